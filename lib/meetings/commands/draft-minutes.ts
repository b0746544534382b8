import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdMeeting } from "../facts";
import { minutesMachine } from "../machine";
import { minutesFactsOf } from "../minutes-facts";
import { mayRunMeetings } from "../policy";
import type { meetingMoveInput } from "../session-schema";

/** Says that minutes are being written; their text is made from the record whenever it is read, until it is published. */
export async function draftMinutes(
  actor: Actor,
  input: z.output<typeof meetingMoveInput>,
): Promise<Result<{ date: string }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    if (!mayRunMeetings(actor)) {
      return refuse("forbidden", "The minutes are written by the chair or the secretary.");
    }
    if (meeting.version !== input.version) {
      return refuse("conflict", "Somebody changed this meeting before you. Nothing was saved; look again.");
    }
    const drafted = await draftHeldMinutes(tx, actor, meeting.id);
    return drafted.ok ? done({ date: meeting.date }) : drafted;
  });
}

/** The same in the caller's transaction, on a meeting that it holds; nothing to do where a draft is there. */
export async function draftHeldMinutes(tx: Tx, actor: Actor, id: number): Promise<Result<null>> {
  const step = decide(minutesMachine, "draft", actor, await minutesFactsOf(tx, id));
  if (!step.ok) return step;
  if (step.value.from === step.value.to) return done(null);
  const { version } = await tx.meeting.findUniqueOrThrow({ where: { id }, select: { version: true } });
  const moved = await applyStep(tx, step.value, { id, version }, { meetingId: id });
  return moved.ok ? done(null) : moved;
}
