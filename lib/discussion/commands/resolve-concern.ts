import type { z } from "zod";
import { now } from "../../clock";
import type { Result } from "../../result";
import { type Actor, isOfficer } from "../../workflow/actor";
import { isOpener } from "../concern-policy";
import type { resolveConcernInput } from "../concern-schema";
import { moveConcern } from "../move-concern";

/** Its opener says that it is resolved; an officer may in their place, once they have left the board. */
export async function resolveConcern(
  actor: Actor,
  { reason, ...target }: z.output<typeof resolveConcernInput>,
): Promise<Result<{ proposal: number; concern: number }>> {
  return moveConcern(
    actor,
    target,
    (facts) => (isOfficer(actor) && !isOpener(actor, facts) ? "settle" : "resolve"),
    async () => ({ reason, set: { reason, settledAt: now() } }),
  );
}
