import type { z } from "zod";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { reopenConcernInput } from "../concern-schema";
import { moveConcern } from "../move-concern";

/** Its opener says that what was done does not resolve it. */
export async function reopenConcern(
  actor: Actor,
  { reason, ...target }: z.output<typeof reopenConcernInput>,
): Promise<Result<{ proposal: number; concern: number }>> {
  return moveConcern(actor, target, "reopen", async () => ({ reason, set: { reason } }));
}
