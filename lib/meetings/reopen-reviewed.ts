import type { Tx } from "../db/transaction";
import { done, type Result } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { minutesMachine } from "./machine";
import type { HeldMinutes } from "./minutes-facts";

/** Takes reviewed minutes back to the draft, in the caller's transaction; nothing to do where they are one. */
export async function reopenReviewed(
  tx: Tx,
  actor: Actor,
  { meeting, facts }: HeldMinutes,
): Promise<Result<null>> {
  if (facts.status !== "reviewed") return done(null);
  const step = decide(minutesMachine, "reopen", actor, facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, meeting, { meetingId: meeting.id });
  return moved.ok ? done(null) : moved;
}
