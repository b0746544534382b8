import type { z } from "zod";
import { transact } from "../../db/transaction";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type Agreed, agreeOnSlot } from "../agreement";
import type { acceptSlotInput } from "../schema";

/** The requester takes the offer: the item stands on the agenda and the proposal is scheduled, or none of it. */
export async function acceptSlot(
  actor: Actor,
  input: z.output<typeof acceptSlotInput>,
): Promise<Result<Agreed>> {
  return transact((tx) => agreeOnSlot(tx, actor, { ...input, move: "accept" }));
}
