import type { z } from "zod";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { closeProposal } from "../closing";
import type { closeInput } from "../schema";

/** The board records, with its reason, that nothing will follow (DOMAIN 4). */
export async function closeWithoutFollowUp(
  actor: Actor,
  input: z.output<typeof closeInput>,
): Promise<Result<{ number: number }>> {
  return closeProposal(actor, input, "close_without_follow_up");
}
