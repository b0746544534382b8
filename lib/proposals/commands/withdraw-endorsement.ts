import type { z } from "zod";
import { now } from "../../clock";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { EndorsementFacts, EndorsementMove } from "../endorsement-machine";
import type { withdrawEndorsementInput } from "../endorsement-schema";
import { moveEndorsement } from "../move-endorsement";

/** Whoever asked takes the request back; or whoever had confirmed steps back, with a reason. */
export async function withdrawEndorsement(
  actor: Actor,
  { reason, ...target }: z.output<typeof withdrawEndorsementInput>,
): Promise<Result<{ number: number }>> {
  return moveEndorsement(actor, target, {
    name: (facts) => moveOf(facts, reason),
    details: () => ({ reason, set: { decidedAt: now(), ...(reason && { note: reason }) } }),
  });
}

function moveOf({ status }: EndorsementFacts, reason: string): Result<EndorsementMove> {
  if (status === "asked") return done("take_back");
  if (reason.length >= 3) return done("step_back");
  const message = "Say why you step back: the authors and the board will ask.";
  return refuse("invalid", message, [{ path: "reason", message }]);
}
