import type { z } from "zod";
import { now } from "../../clock";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { withdrawConcernInput } from "../concern-schema";
import { moveConcern } from "../move-concern";

/** Its opener takes it back, whatever was done about it. */
export async function withdrawConcern(
  actor: Actor,
  { reason, ...target }: z.output<typeof withdrawConcernInput>,
): Promise<Result<{ proposal: number; concern: number }>> {
  return moveConcern(actor, target, "withdraw", async () => ({
    reason,
    set: { reason, settledAt: now() },
  }));
}
