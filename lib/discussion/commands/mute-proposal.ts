import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { setWatch } from "../set-watch";

/** Wants to be told of nothing on a proposal but what is addressed to them. */
export async function muteProposal(
  actor: Actor,
  input: { proposal: number },
): Promise<Result<{ proposal: number }>> {
  return setWatch(actor, input.proposal, "muted");
}
