import type { LiveLine, LiveState } from "@/lib/meetings/live-view";
import { agendaHtml } from "./agenda-html";
import { type LinesShown, lineHtml } from "./line-html";
import { thereHtml } from "./there-html";
import { timerHtml } from "./timer-html";

export interface Regions {
  date: string;
  shownId: number | undefined;
  /** The reader is a guest: the executive session shuts them out, unless they look elsewhere. */
  isGuest: boolean;
  follows: boolean;
}

/** Writes a state into the places of the page that show it. They hold no field, so nothing typed can be lost. */
export function showState(state: LiveState, { date, shownId, isGuest, follows }: Regions): void {
  write("agenda", agendaHtml(state, date, shownId));
  write("there", state.status === "in_session" || state.attendance.length > 0 ? thereHtml(state) : null);
  const isOut = isGuest && state.executiveSince !== null;
  for (const part of document.querySelectorAll<HTMLElement>("[data-live-open]"))
    part.hidden = isOut && follows;
  for (const part of document.querySelectorAll<HTMLElement>("[data-live-closed]")) part.hidden = !isOut;
}

export function showTime(state: LiveState, now: number): void {
  write("timer", timerHtml(state, now));
}

/** Puts a line where it belongs, or in the place of what it said before. */
export function showLine(line: LiveLine, shown: LinesShown): void {
  const list = document.querySelector<HTMLElement>(`[data-live="lines"][data-item="${line.itemId}"]`);
  if (!list) return;
  const made = document.createElement("template");
  made.innerHTML = lineHtml(line, shown).text;
  const entry = made.content.firstElementChild;
  if (!entry) return;
  const there = list.querySelector<HTMLElement>(`#line-${line.id}`);
  if (Number(there?.dataset.revision ?? 0) > line.revision) return; // what the page shows is newer
  const hadFocus = there?.contains(document.activeElement);
  if (there) there.replaceWith(entry);
  else list.insertBefore(entry, [...list.children].find((other) => idOf(other) > line.id) ?? null);
  if (hadFocus) entry.querySelector<HTMLElement>("a")?.focus();
  list.closest("[data-lines-box]")?.querySelector("[data-no-lines]")?.setAttribute("hidden", "");
}

function idOf(entry: Element): number {
  return Number(entry.id.replace("line-", ""));
}

function write(name: string, text: string | null): void {
  const region = document.querySelector<HTMLElement>(`[data-live="${name}"]`);
  if (!region || text === null || region.innerHTML === text) return;
  const link = region.contains(document.activeElement)
    ? document.activeElement?.getAttribute("href")
    : undefined;
  region.innerHTML = text;
  if (link) region.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`)?.focus();
}
