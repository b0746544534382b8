import type { z } from "zod";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { moveClaim } from "../move-claim";
import type { declineClaimInput } from "../schema";

/** A placeholder is not who says so: nothing moves, and they are told why. */
export async function declineClaim(
  actor: Actor,
  { reason, ...target }: z.output<typeof declineClaimInput>,
): Promise<Result<{ placeholder: string }>> {
  return moveClaim(actor, target, "decline", async (_tx, { placeholder }) => ({
    writing: { reason },
    outcome: { placeholder: placeholder.handle },
  }));
}
