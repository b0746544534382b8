"use client";
import { useEffect, useState } from "react";
import { KeyboardHelp } from "./keyboard-help";
import { keysAreOff } from "./keys-off";

const goTo: Record<string, string> = {
  p: "/proposals",
  m: "/meetings",
  t: "/tickets",
  r: "/region",
  i: "/inbox",
};

/** Single keys for those who work here daily. Off inside inputs and dialogs, and for whoever turns them off. */
export function KeyboardShortcuts() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => listen(() => setOpen(true)), []);
  return (
    <>
      <button type="button" className="js-only" onClick={() => setOpen(true)}>
        Keyboard
      </button>
      {isOpen && <KeyboardHelp onClose={() => setOpen(false)} />}
    </>
  );
}

function listen(showHelp: () => void): () => void {
  let lastG = Number.NEGATIVE_INFINITY;
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "k") return focusSearch(event);
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || keysAreOff()) return;
    const path = event.timeStamp - lastG < 1500 ? goTo[key] : undefined;
    lastG = key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    if (path) location.assign(path);
    else if (key === "c") create();
    else if (key === "/") focusSearch(event);
    else if (key === "?") showHelp();
    else if (key === "j" || key === "k") focusNeighbour(key === "j" ? 1 : -1);
    else if (pageKey(key)) event.preventDefault();
    else if (key === "ArrowLeft" || key === "ArrowRight") step(key === "ArrowLeft" ? "prev" : "next");
  };
  document.addEventListener("keydown", onKey);
  // A page that was just loaded hears no key yet: from here on it does.
  document.documentElement.dataset.keys = "on";
  return () => document.removeEventListener("keydown", onKey);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** What this page lets one create, or a proposal. */
function create(): void {
  const link = document.querySelector<HTMLAnchorElement>("a[data-create]");
  location.assign(link?.href ?? "/proposals/new");
}

function focusSearch(event: KeyboardEvent): void {
  event.preventDefault();
  const box = document.querySelector<HTMLInputElement>("[data-search]");
  if (box?.checkVisibility()) box.focus();
  else location.assign("/search");
}

/** A key that this page gives to one of its fields, which it then focuses, to a button, which it presses, or to a folded form. */
function pageKey(key: string): boolean {
  const wanted = /^[a-z]$/.test(key) ? document.querySelector<HTMLElement>(`[data-key="${key}"]`) : null;
  if (!wanted?.checkVisibility()) return false;
  if (isTyping(wanted)) wanted.focus();
  else if (wanted.tagName === "SUMMARY") unfold(wanted);
  else wanted.click();
  return true;
}

/** Opens what is folded, and goes to its first field. */
function unfold(summary: HTMLElement): void {
  summary.closest("details")?.setAttribute("open", "");
  const field = summary.parentElement?.querySelector<HTMLElement>(
    "textarea, input:not([type=hidden]), select",
  );
  (field ?? summary).focus();
}

/** On pages that are walked one by one: to the one before or after. */
function step(to: "prev" | "next"): void {
  document.querySelector<HTMLAnchorElement>(`[data-steps] a[rel="${to}"]`)?.click();
}

/** The focus goes to the next entry's first link in a `data-list`; Enter then opens it, as everywhere. */
function focusNeighbour(by: 1 | -1): void {
  const links = [...document.querySelectorAll("[data-list] > *")].flatMap(
    (entry) => entry.querySelector<HTMLElement>("a[href]") ?? [],
  );
  const here = links.findIndex((link) => link.closest("[data-list] > *")?.contains(document.activeElement));
  const next = here < 0 ? links.at(by < 0 ? -1 : 0) : links[here + by];
  next?.focus();
}
