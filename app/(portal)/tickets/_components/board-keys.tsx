"use client";
import { useEffect } from "react";
import { keysAreOff } from "@/components/layout/keys-off";

/** Walks the board by arrow keys, and moves the card that has the focus by Shift and an arrow. Its buttons do the same. */
export function BoardKeys() {
  useEffect(() => {
    // After a move the page is a new one: the focus is where it was.
    document.querySelector<HTMLElement>(`[data-card]:is(${cardOf(location.hash)})`)?.focus();
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}

function cardOf(hash: string): string {
  return /^#ticket-\d+$/.test(hash) ? hash : "#none";
}

const sideways: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };
const upwards: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
  const card = document.activeElement?.closest<HTMLElement>("[data-card]");
  if (!card) return;
  const [side, up] = [sideways[event.key], upwards[event.key]];
  if (side === undefined && up === undefined) return;
  event.preventDefault();
  if (event.shiftKey && side !== undefined) move(card, side);
  else if (side !== undefined) goSideways(card, side);
  else if (up !== undefined) goAlong(card, up);
}

function goAlong(card: HTMLElement, by: 1 | -1): void {
  const cards = cardsOf(card.closest("[data-column]"));
  cards[cards.indexOf(card) + by]?.focus();
}

/** To the card at the same height in the next column that has any. */
function goSideways(card: HTMLElement, by: 1 | -1): void {
  const columns = [...document.querySelectorAll("[data-column]")];
  const own = card.closest("[data-column]");
  const height = cardsOf(own).indexOf(card);
  for (let place = (own ? columns.indexOf(own) : -1) + by; columns[place]; place += by) {
    const cards = cardsOf(columns[place] ?? null);
    const next = cards[Math.min(height, cards.length - 1)];
    if (next) {
      next.focus();
      return;
    }
  }
}

function cardsOf(column: Element | null): HTMLElement[] {
  return [...(column?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
}

/** The nearest state on that side to which one of the card's moves leads; a move that needs words opens the ticket. */
function move(card: HTMLElement, by: 1 | -1): void {
  const states = [...document.querySelectorAll<HTMLElement>("[data-column]")].map(
    (each) => each.dataset.column ?? "",
  );
  const here = states.indexOf(card.closest<HTMLElement>("[data-column]")?.dataset.column ?? "");
  const onThatSide = by > 0 ? states.slice(here + 1) : states.slice(0, Math.max(here, 0)).reverse();
  onThatSide
    .map((state) => moveTo(card.closest("li"), state))
    .find((each) => each !== null)
    ?.click();
}

function moveTo(item: Element | null, state: string): HTMLElement | null {
  const button = item?.querySelector<HTMLElement>(`button[data-to="${state}"]`);
  return button ?? item?.querySelector<HTMLElement>(`a[data-spoken~="${state}"]`) ?? null;
}
