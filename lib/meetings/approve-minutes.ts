import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { type Actor, personIdOf } from "../workflow/actor";
import { record } from "../workflow/events";

/** The item under which earlier minutes are approved, and the minutes that it speaks of. */
export interface ApprovingItem {
  id: number;
  meetingId: number;
  /** The minutes' meeting. */
  of: { id: number; date: string };
}

/**
 * The published minutes that an item speaks of and that nobody approved yet: those it was suggested for
 * ("minutes:2026-11-11"), or the last ones of the same series before it; null for any other item.
 */
export async function minutesBefore(tx: Tx, itemId: number): Promise<ApprovingItem | null> {
  const item = await tx.agendaItem.findUnique({
    where: { id: itemId },
    select: {
      meetingId: true,
      section: true,
      sourceKey: true,
      meeting: { select: { startsAt: true, seriesId: true } },
    },
  });
  const named = /^minutes:(\d{4}-\d{2}-\d{2})$/.exec(item?.sourceKey ?? "")?.[1];
  if (!item || (!named && item.section !== "previous_minutes")) return null;
  const of = await tx.meeting.findFirst({
    where: {
      minutesStatus: "published",
      approval: null,
      startsAt: { lt: item.meeting.startsAt },
      ...(named ? { date: named } : { seriesId: item.meeting.seriesId }),
    },
    orderBy: { startsAt: "desc" },
    select: { id: true, date: true },
  });
  return of && { id: itemId, meetingId: item.meetingId, of };
}

/** Records that these minutes are approved, in the caller's transaction; the database knows it once. */
export async function recordApproval(
  tx: Tx,
  actor: Actor,
  { id, meetingId, of }: ApprovingItem,
): Promise<void> {
  const byId = personIdOf(actor);
  if (byId === null) throw new Error("only a person approves minutes");
  const { count } = await tx.minutesApproval.createMany({
    data: [{ meetingId: of.id, itemId: id, byId, approvedAt: now() }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  const inMeeting = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { date: true } });
  await record(tx, actor, {
    type: "minutes.approved",
    subject: "minutes",
    subjectId: of.id,
    meetingId: of.id,
    data: { itemId: id, in: inMeeting.date },
  });
}
