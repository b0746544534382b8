import type { z } from "zod";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { closeProposal } from "../closing";
import type { withdrawInput } from "../schema";

/** Its author takes the proposal back, with a reason. */
export async function withdrawProposal(
  actor: Actor,
  input: z.output<typeof withdrawInput>,
): Promise<Result<{ number: number }>> {
  return closeProposal(actor, input, "withdraw");
}
