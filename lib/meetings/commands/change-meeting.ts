import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldMeeting, holdMeeting } from "../facts";
import { instantOf } from "../local-time";
import { mayRunMeetings } from "../policy";
import type { changeMeetingInput } from "../schema";

type Input = z.output<typeof changeMeetingInput>;

/**
 * Changes what a meeting is called, how long it is, where it is, or when: its agenda goes with it. A meeting that is
 * moved keeps its place in its series, and its old address leads to it. What people said about coming was about the
 * old time: it is asked anew.
 */
export async function changeMeeting(actor: Actor, input: Input): Promise<Result<{ date: string }>> {
  if (!mayRunMeetings(actor))
    return refuse("forbidden", "Meetings are changed by the chair or the secretary.");
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const { status } = meeting.facts;
    if (status !== "planned" && status !== "published") {
      return refuse("refused", "This meeting has begun, is over or is cancelled; it stays as it was.");
    }
    const start = startOf(input, meeting);
    if (!start.ok) return start;
    const isMoved = start.value.getTime() !== meeting.startsAt.getTime();
    if (isMoved && input.reason === "") {
      const message = "Say why it is moved: everybody concerned is told.";
      return refuse("invalid", message, [{ path: "reason", message }]);
    }
    const saved = await save(tx, meeting, input, start.value);
    if (!saved.ok) return saved;
    if (isMoved) await unsettle(tx, actor, meeting, input);
    await record(tx, actor, {
      type: isMoved ? "meeting.moved" : "meeting.changed",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
      data: {
        ...(isMoved && { before: meeting.startsAt.toISOString(), after: start.value.toISOString() }),
        ...(isMoved && { oldDate: meeting.date, date: input.newDate }),
        ...(input.reason && { reason: input.reason }),
      },
    });
    return done({ date: input.newDate });
  });
}

/**
 * What was said about the old time counts no more: who comes is asked anew, and whoever is about to accept an offer of
 * time in this meeting has to look at the new date first.
 */
async function unsettle(tx: Tx, actor: Actor, meeting: HeldMeeting, input: Input): Promise<void> {
  await tx.meetingReply.deleteMany({ where: { meetingId: meeting.id } });
  const offers = await tx.slotRequest.findMany({
    where: { offeredMeetingId: meeting.id, status: { in: ["offered", "countered"] } },
    select: { id: true, proposalId: true, proposal: { select: { visibility: true } } },
  });
  for (const { id, proposalId, proposal } of offers) {
    await tx.slotRequest.update({
      where: { id },
      data: { version: { increment: 1 }, updatedAt: now() },
    });
    await record(tx, actor, {
      type: "slot.meeting_moved",
      subject: "slot_request",
      subjectId: id,
      proposalId,
      executive: proposal.visibility === "executive",
      data: { oldDate: meeting.date, meeting: input.newDate, reason: input.reason },
    });
  }
}

/** The new start; unchanged where date and clock are, also when that is past. */
function startOf(input: Input, meeting: HeldMeeting): Result<Date> {
  const start = instantOf(input.newDate, input.time, meeting.timeZone);
  if (!start.ok) return start;
  const { instant } = start.value;
  if (instant.getTime() === meeting.startsAt.getTime() || instant > now()) return done(instant);
  const message = "A meeting is moved to a time that is still to come; this one is past.";
  return refuse("invalid", message, [{ path: "newDate", message }]);
}

/** Two on one date end in a conflict, which the index on dates settles. */
async function save(
  tx: Tx,
  meeting: HeldMeeting,
  { newDate, version, title, capacityMinutes, place, callLink, callFor }: Input,
  startsAt: Date,
): Promise<Result<null>> {
  const { formerDates } = await tx.meeting.findUniqueOrThrow({
    where: { id: meeting.id },
    select: { formerDates: true },
  });
  const former = new Set([...formerDates, meeting.date]);
  former.delete(newDate);
  const { count } = await tx.meeting.updateMany({
    where: { id: meeting.id, version },
    data: {
      ...{ date: newDate, startsAt, title, capacityMinutes, place, callLink, callFor },
      formerDates: [...former],
      version: { increment: 1 },
    },
  });
  return count > 0
    ? done(null)
    : refuse("conflict", "Somebody changed this meeting while you were writing. Look again, then decide.");
}
