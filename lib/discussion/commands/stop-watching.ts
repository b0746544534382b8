import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { setWatch } from "../set-watch";

/** Neither watches nor mutes a proposal any more: who takes part in it is told, as everybody is. */
export async function stopWatching(
  actor: Actor,
  input: { proposal: number },
): Promise<Result<{ proposal: number }>> {
  return setWatch(actor, input.proposal, null);
}
