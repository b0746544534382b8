import type { TicketStatus } from "./policy";
import { findRequestType } from "./request-types/catalogue";

/** After how many days a ticket that stands still is shown: settings. */
export interface AgingDays {
  /** Without news, where its type says nothing of its own. */
  news: number;
  /** Waiting for whoever asked for it. */
  reporter: number;
}

/** What is known of a ticket that may stand still. */
export interface Standing {
  status: TicketStatus;
  requestType: string | null;
  updatedAt: Date;
  movedAt: Date;
}

/** `reporter`: the requester owes an answer for long; `news`: nobody has said or done anything for long. */
export interface Aging {
  kind: "reporter" | "news";
  /** Whole days since then. */
  days: number;
  since: Date;
}

/** Statuses in which somebody is expected to do something; a draft is nobody's yet, and what is bounced is the board's. */
export const agingStatuses = [
  "filed",
  "needs_review",
  "waiting_on_assignee",
  "reopened",
] as const satisfies TicketStatus[];

const dayMs = 86_400_000;

/** Whether a ticket has stood still for too long at an instant; exactly the limit is not too long yet. */
export function agingOf(ticket: Standing, at: Date, days: AgingDays): Aging | null {
  if (ticket.status === "waiting_on_reporter")
    return agedSince("reporter", ticket.movedAt, at, days.reporter);
  if (!agingStatuses.some((status) => status === ticket.status)) return null;
  return agedSince("news", ticket.updatedAt, at, expectedDays(ticket.requestType, days.news));
}

function agedSince(kind: Aging["kind"], since: Date, at: Date, limit: number): Aging | null {
  const elapsed = at.getTime() - since.getTime();
  return elapsed > limit * dayMs ? { kind, days: Math.floor(elapsed / dayMs), since } : null;
}

/** How long a request of that type takes to be heard of, at most; the setting, where it has no type of its own. */
export function expectedDays(requestType: string | null, standard: number): number {
  return findRequestType(requestType)?.expectedDays ?? standard;
}

/** What is late, in words. */
export function agingText({ kind, days }: Pick<Aging, "kind" | "days">): string {
  return kind === "reporter" ? `waiting on the requester for ${days} days` : `no news for ${days} days`;
}
