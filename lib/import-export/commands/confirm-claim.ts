import type { z } from "zod";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type Claimed, giveToPerson } from "../give-to-person";
import { moveClaim } from "../move-claim";
import type { confirmClaimInput } from "../schema";

/** Confirms that a placeholder is who says so: all that stands under its name becomes theirs, in one move. */
export async function confirmClaim(
  actor: Actor,
  target: z.output<typeof confirmClaimInput>,
): Promise<Result<Claimed>> {
  return moveClaim(actor, target, "confirm", (tx, claim) => giveToPerson(tx, actor, claim));
}
