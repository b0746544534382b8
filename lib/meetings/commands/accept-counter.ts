import type { z } from "zod";
import { transact } from "../../db/transaction";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type Agreed, agreeOnSlot } from "../agreement";
import type { acceptCounterInput } from "../schema";

/** An officer takes the requester's counter-offer, where it does not fit with a reason that is recorded. */
export async function acceptCounter(
  actor: Actor,
  input: z.output<typeof acceptCounterInput>,
): Promise<Result<Agreed>> {
  return transact((tx) => agreeOnSlot(tx, actor, { ...input, move: "accept_counter" }));
}
