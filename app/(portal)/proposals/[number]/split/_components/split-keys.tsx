"use client";
import { useEffect, useRef } from "react";
import { HiddenField } from "@/components/forms/fieldset";
import { keysAreOff } from "@/components/layout/keys-off";

interface Props {
  /** What was placed just now: the keys go on with what follows it. */
  placed: string | undefined;
  number: number;
}

const ways: Readonly<Record<string, string>> = { n: "ticketed", a: "answered", d: "dropped", e: "existing" };

/**
 * The split by keyboard: j and k walk the things that must be accounted for (components/layout/keyboard.tsx); on one of
 * them n makes a ticket, 1 to 9 place it in a ticket that is there, a answers, d drops, u takes back. Each does what
 * its link or form does, which are there without it. The fields stand in a form of their own, and are filled here.
 */
export function SplitKeys({ placed, number }: Props) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => listen(() => fields.current), []);
  useEffect(() => {
    const { activeElement, body } = document;
    // Still on what was placed, or nowhere: whoever has gone elsewhere meanwhile stays there.
    const isHere = activeElement === body || document.getElementById(placed ?? "")?.contains(activeElement);
    if (placed && isHere) next(placed)?.focus();
  }, [placed]);
  return (
    <div ref={fields} hidden>
      <HiddenField name="number" value={number} />
      {["place", "sourceKind", "sourceId", "ticket"].map((name) => (
        <input key={name} type="hidden" name={name} />
      ))}
      <HiddenField name="disposition" value="existing" />
    </div>
  );
}

function listen(fieldsOf: () => HTMLElement | null): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
    if (!(target instanceof HTMLElement) || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const source = target.closest<HTMLElement>("[data-source]");
    if (!source || !act(source, key, fieldsOf())) return;
    event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

/** Whether the key meant something here. */
function act(source: HTMLElement, key: string, fields: HTMLElement | null): boolean {
  const way = ways[key];
  if (way) return follow(source, `?place=${source.id}&as=${way}#${source.id}`);
  if (key === "u")
    return press(source.querySelector<HTMLButtonElement>("[data-take-back] button[type=submit]"));
  const ticket = /^[1-9]$/.test(key)
    ? document.querySelector<HTMLElement>(`[data-ticket-key="${key}"]`)
    : null;
  return ticket && fields ? placeIn(source, ticket, fields) : false;
}

/** Where the rules propose another destination the form opens, to say why. */
function placeIn(source: HTMLElement, ticket: HTMLElement, fields: HTMLElement): boolean {
  const { ticket: number = "", destination } = ticket.dataset;
  const { kind = "", rowId = "", proposed } = source.dataset;
  if (source.dataset.settled !== undefined) return false;
  if (proposed && proposed !== destination)
    return follow(source, `?place=${source.id}&as=existing&ticket=${number}#${source.id}`);
  const values = { place: source.id, sourceKind: kind, sourceId: rowId, ticket: number };
  for (const [name, value] of Object.entries(values)) {
    const field = fields.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (field) field.value = value;
  }
  fields.closest("form")?.requestSubmit();
  return true;
}

function follow(source: HTMLElement, query: string): boolean {
  if (source.dataset.may === undefined) return false;
  location.assign(`${location.pathname}${query}`);
  return true;
}

function press(button: HTMLButtonElement | null): boolean {
  button?.click();
  return button !== null;
}

/** The first thing after it that is not accounted for; else the first of all; else the button that confirms. */
function next(placed: string): HTMLElement | null {
  const sources = [...document.querySelectorAll<HTMLElement>("[data-source]")];
  const from = sources.findIndex(({ id }) => id === placed) + 1;
  const open = [...sources.slice(from), ...sources].find((source) => source.dataset.open !== undefined);
  return (open ?? document.querySelector("#confirm"))?.querySelector<HTMLElement>("a[href], button") ?? null;
}
