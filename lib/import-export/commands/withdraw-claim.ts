import type { z } from "zod";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { moveClaim } from "../move-claim";
import type { withdrawClaimInput } from "../schema";

/** Who said that a placeholder is them takes it back, before anybody has decided. */
export async function withdrawClaim(
  actor: Actor,
  target: z.output<typeof withdrawClaimInput>,
): Promise<Result<{ placeholder: string }>> {
  return moveClaim(actor, target, "withdraw", async (_tx, { placeholder }) => ({
    writing: {},
    outcome: { placeholder: placeholder.handle },
  }));
}
