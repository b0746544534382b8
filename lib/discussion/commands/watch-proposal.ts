import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { setWatch } from "../set-watch";

/** Wants to be told of everything that happens on a proposal. */
export async function watchProposal(
  actor: Actor,
  input: { proposal: number },
): Promise<Result<{ proposal: number }>> {
  return setWatch(actor, input.proposal, "watching");
}
