import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import { type DayOfMeeting, partsOnTheDay } from "./attendance-parts";
import { quorumNow } from "./quorum";
import type { AttendanceDeed } from "./session-schema";

/** What became of somebody's coming. Who left or returned was there before, and stays on the list. */
export interface AttendanceChange {
  personId: number;
  deed: AttendanceDeed;
}

interface Before {
  personId: number;
  state: "present" | "late" | "absent" | "regrets";
  arrivedAt: Date | null;
  leftAt: Date | null;
}

/** Saves who came, went and stayed away, with the spans of time that follow from it. The caller holds the meeting. */
export async function saveAttendance(
  tx: Tx,
  meeting: DayOfMeeting,
  changes: readonly AttendanceChange[],
): Promise<void> {
  const parts = await partsOnTheDay(tx, meeting);
  const before = await tx.attendance.findMany({
    where: { meetingId: meeting.id },
    select: { personId: true, state: true, arrivedAt: true, leftAt: true },
  });
  for (const { personId, deed } of changes) {
    const part = parts.get(personId) ?? "guest";
    const earlier = before.find((one) => one.personId === personId);
    await saveOne(tx, meeting, { personId, deed, part, earlier });
  }
}

interface One extends AttendanceChange {
  part: string;
  earlier: Before | undefined;
}

async function saveOne(tx: Tx, meeting: DayOfMeeting, { personId, deed, part, earlier }: One): Promise<void> {
  const where = { meetingId_personId: { meetingId: meeting.id, personId } };
  if (deed === "left" || deed === "returned") {
    if (!earlier || (deed === "left") === (earlier.leftAt !== null)) return; // pressed twice: it is so already
    await tx.attendance.update({ where, data: { leftAt: deed === "left" ? now() : null } });
    await (deed === "left" ? closeSpan(tx, meeting.id, personId) : openSpan(tx, meeting.id, personId, now()));
    return;
  }
  if (earlier?.state === deed) return;
  const arrivedAt = arrival(deed, meeting.openedAt);
  await tx.attendance.upsert({
    where,
    create: { meetingId: meeting.id, personId, part, state: deed, arrivedAt },
    update: { state: deed, arrivedAt, leftAt: null },
  });
  // A correction: what was written down of their time before was wrong.
  await tx.attendanceSpan.deleteMany({ where: { meetingId: meeting.id, personId } });
  if (arrivedAt) await openSpan(tx, meeting.id, personId, arrivedAt);
}

/** Who is present was there from the beginning; who is late came when it was written down. */
function arrival(state: Before["state"], openedAt: Date): Date | null {
  if (state === "present") return openedAt;
  return state === "late" ? now() : null;
}

async function openSpan(tx: Tx, meetingId: number, personId: number, fromAt: Date): Promise<void> {
  await tx.attendanceSpan.create({ data: { meetingId, personId, fromAt } });
}

async function closeSpan(tx: Tx, meetingId: number, personId: number): Promise<void> {
  await tx.attendanceSpan.updateMany({ where: { meetingId, personId, toAt: null }, data: { toAt: now() } });
}

interface Seats {
  id: number;
  seatedDirectors: number | null;
  quorumReachedAt: Date | null;
}

/** Counts the quorum anew; where it was reached, lost or regained, that is an event of its own. */
export async function settleQuorum(tx: Tx, actor: Actor, meeting: Seats) {
  const directors = await tx.attendance.findMany({
    where: { meetingId: meeting.id, part: "director" },
    select: { personId: true },
  });
  const spans = await tx.attendanceSpan.findMany({
    where: { meetingId: meeting.id, personId: { in: directors.map(({ personId }) => personId) } },
    select: { fromAt: true, toAt: true },
  });
  const quorum = quorumNow(
    meeting.seatedDirectors ?? 0,
    spans.map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt })),
  );
  if (quorum.reachedAt?.getTime() !== meeting.quorumReachedAt?.getTime()) {
    await tx.meeting.update({ where: { id: meeting.id }, data: { quorumReachedAt: quorum.reachedAt } });
    await record(tx, actor, {
      type: quorum.reached ? "meeting.quorum_reached" : "meeting.quorum_lost",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
      data: {
        seated: quorum.seated,
        attending: quorum.attending,
        needed: quorum.needed,
        at: (quorum.reachedAt ?? now()).toISOString(),
      },
    });
  }
  return quorum;
}
