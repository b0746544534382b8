import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { minutesMachine } from "../machine";
import { holdMinutes } from "../minutes-facts";
import type { meetingMoveInput } from "../session-schema";

/** A director says that they reviewed the draft; each may, and again after it has changed. */
export async function reviewMinutes(
  actor: Actor,
  { date, version }: z.output<typeof meetingMoveInput>,
): Promise<Result<{ date: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to review the minutes.");
  const { personId } = actor;
  return transact(async (tx) => {
    const held = readsExecutive(actor) ? await holdMinutes(tx, actor, { date }) : null;
    if (!held) return notFound("draft of minutes");
    const step = decide(minutesMachine, "review", actor, held.facts);
    if (!step.ok) return step;
    const { id: meetingId } = held.meeting;
    const moved = await applyStep(tx, step.value, { id: meetingId, version }, { meetingId });
    if (!moved.ok) return moved;
    const reviewedAt = now();
    await tx.minutesReview.upsert({
      where: { meetingId_personId: { meetingId, personId } },
      create: { meetingId, personId, reviewedAt },
      update: { reviewedAt },
    });
    return done({ date });
  });
}
