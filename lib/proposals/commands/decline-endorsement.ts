import type { z } from "zod";
import { now } from "../../clock";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { declineEndorsementInput } from "../endorsement-schema";
import { moveEndorsement } from "../move-endorsement";

/** The person who was asked does not want to; they need not say why. */
export async function declineEndorsement(
  actor: Actor,
  { reason, ...target }: z.output<typeof declineEndorsementInput>,
): Promise<Result<{ number: number }>> {
  return moveEndorsement(actor, target, {
    name: () => done("decline"),
    details: () => ({ reason, set: { note: reason, decidedAt: now() } }),
  });
}
