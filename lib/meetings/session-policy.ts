import { done, type Result, refuse } from "../result";
import { type Actor, readsExecutive } from "../workflow/actor";
import type { AgendaItemFacts, MeetingStatus, MinutesStatus } from "./machine";
import { mayRunMeetings } from "./policy";

/** What about a meeting decides whether its record can still be written. */
export interface RecordState {
  meetingStatus: MeetingStatus;
  minutesStatus: MinutesStatus;
}

/** From the call to order until the minutes are published, the officers write the record (DOMAIN 6). */
export function mayWriteRecord(actor: Actor, record: RecordState): Result<null> {
  if (!mayRunMeetings(actor)) {
    return refuse("forbidden", "The record of a meeting is written by the chair or the secretary.");
  }
  if (record.minutesStatus === "published") {
    return refuse("refused", "The minutes are published; what they say stays as it is.");
  }
  if (record.meetingStatus === "in_session" || record.meetingStatus === "adjourned") return done(null);
  return refuse("refused", "The meeting has not been called to order yet.");
}

/** Lines are written under an item that was opened: also shortly after it, while the secretary catches up. */
export function mayWriteLine(
  actor: Actor,
  record: RecordState,
  item: Pick<AgendaItemFacts, "status">,
): Result<null> {
  const may = mayWriteRecord(actor, record);
  if (!may.ok) return may;
  if (item.status === "open" || item.status === "done") return may;
  return refuse("refused", "Open the item first: lines are written under what the meeting has before it.");
}

interface Said {
  visibility: "public" | "executive";
  section: string;
  proposal: { visibility: "public" | "executive" } | null;
}

/**
 * What was said in the executive session is for those alone who read it (DOMAIN 5): its author and its presenter know
 * of such an item, and not what the board said about it. `linesVisibleSql` says the same of rows.
 */
export function mayReadLines(actor: Actor, item: Said): boolean {
  const isExecutive =
    item.visibility === "executive" ||
    item.section === "executive" ||
    item.proposal?.visibility === "executive";
  return !isExecutive || readsExecutive(actor);
}
