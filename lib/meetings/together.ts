import { type Actor, isDirector } from "../workflow/actor";
import type { AgendaItemStatus, MeetingStatus } from "./machine";
import type { AgendaSection } from "./ui-text";

/** Sections whose items are dealt with together and without talk, unless a director pulls one (DOMAIN 3 and 9). */
export const togetherSections = {
  consent: { label: "Adopt the consent items together", line: "Adopted by consent, without discussion." },
  to_close: {
    label: "Close them, as nobody objects",
    line: "Closed without follow-up, as nobody objected.",
  },
} as const satisfies Partial<Record<AgendaSection, { label: string; line: string }>>;

export type TogetherSection = keyof typeof togetherSections;

export function isTogether(section: AgendaSection): section is TogetherSection {
  return section in togetherSections;
}

/** Why this actor cannot pull an item now, in one sentence; undefined where they can. */
export function whyNotPull(
  actor: Actor,
  item: { section: AgendaSection; status: AgendaItemStatus; meetingStatus: MeetingStatus },
): string | undefined {
  if (!isDirector(actor)) return "Items are pulled by directors.";
  if (!isTogether(item.section)) return "This item is talked about anyway; there is nothing to pull it from.";
  const isOver = item.meetingStatus === "adjourned" || item.meetingStatus === "cancelled";
  if (isOver || item.status !== "planned") return "It is too late: this item was dealt with.";
  return undefined;
}
