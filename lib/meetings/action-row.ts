import type { Owner } from "../people/queries";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type ActionStatus, actionMachine } from "./action-machine";
import { mayReport, ownsAction } from "./action-policy";
import { carriedThrough, type HeldEvening, needsReport } from "./carried-count";
import type { MinutesStatus } from "./machine";

export interface ActionReportRow {
  status: ActionStatus;
  note: string;
  at: string;
  by: { handle: string; name: string };
}

/** What `actionsSql` returns. */
export interface ActionRow {
  id: number;
  text: string;
  date: string;
  meeting: string;
  startsAt: Date;
  adjournedAt: Date;
  minutesStatus: MinutesStatus;
  bodyId: number | null;
  item: string;
  proposal: number | null;
  executive: boolean;
  status: ActionStatus;
  version: number;
  settledAt: Date | null;
  dueOn: string | null;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
  owner: Owner | null;
  ownerLeft: boolean;
  tickets: { number: number; title: string; status: string }[] | null;
  split: { status: "open" | "done" | "dropped"; at: string } | null;
  reports: ActionReportRow[] | null;
}

/** An ACTION of an earlier meeting as a page shows it. */
export interface ShownAction {
  id: number;
  version: number;
  text: string;
  date: string;
  meeting: string;
  item: string;
  proposal: number | null;
  executive: boolean;
  owner: Owner | null;
  ownerLeft: boolean;
  dueOn: string | null;
  isOverdue: boolean;
  /** What its reports say; its tickets', where it became some. */
  status: ActionStatus;
  settledAt: Date | null;
  tickets: NonNullable<ActionRow["tickets"]>;
  /** The latest first. */
  reports: ActionReportRow[];
  carriedCount: number;
  /** Nothing was said since the body last met. */
  needsReport: boolean;
  isOwn: boolean;
  moves: AllowedMove[];
  mayReassign: boolean;
}

interface Seen {
  actor: Actor;
  meetings: readonly HeldEvening[];
  /** YYYY-MM-DD. */
  today: string;
}

/** Puts an ACTION together: its tickets and the split speak for it where there are any. */
export function shownAction(row: ActionRow, { actor, meetings, today }: Seen): ShownAction {
  const { status, settledAt } = standing(row);
  const tickets = row.tickets ?? [];
  const isSettled = settledAt !== null;
  const { id, version, text, date, meeting, item, proposal, executive, owner, ownerLeft, dueOn } = row;
  const parties = { ownerPersonId: row.ownerPersonId, ownerBodyId: row.ownerBodyId };
  const facts = { ...parties, status, ticket: tickets[0]?.number ?? null, meetingIsOver: true };
  return {
    ...{ id, version, text, date, meeting, item, proposal, executive, owner, ownerLeft, dueOn },
    ...{ status, settledAt, tickets },
    isOverdue: !isSettled && dueOn !== null && dueOn < today,
    reports: row.reports ?? [],
    carriedCount: carriedThrough({ ...row, settledAt }, meetings),
    needsReport: !isSettled && tickets.length === 0 && needsReport(reported(row), meetings),
    isOwn: ownsAction(actor, parties),
    moves: row.split ? [] : allowedMoves(actionMachine, actor, facts),
    mayReassign: !isSettled && row.split === null && mayReport(actor, parties),
  };
}

function reported({ bodyId, adjournedAt, reports }: ActionRow) {
  const [last] = reports ?? [];
  return { bodyId, givenAt: adjournedAt, reportedAt: last ? new Date(last.at) : null };
}

function standing({ status, settledAt, split }: ActionRow): Pick<ShownAction, "status" | "settledAt"> {
  if (split === null) return { status, settledAt };
  if (split.status !== "open") return { status: split.status, settledAt: new Date(split.at) };
  return { status: "on_its_way", settledAt: null };
}
