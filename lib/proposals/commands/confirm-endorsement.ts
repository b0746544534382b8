import type { z } from "zod";
import { now } from "../../clock";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { confirmEndorsementInput } from "../endorsement-schema";
import { moveEndorsement } from "../move-endorsement";

/** The person who was asked stands behind the proposal, as it reads now. */
export async function confirmEndorsement(
  actor: Actor,
  { note, ...target }: z.output<typeof confirmEndorsementInput>,
): Promise<Result<{ number: number }>> {
  return moveEndorsement(actor, target, {
    name: () => done("confirm"),
    details: ({ revision }) => ({ set: { note, revision, decidedAt: now() } }),
  });
}
