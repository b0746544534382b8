import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { DiscussedNumber } from "../facts";
import { setWatch } from "../set-watch";

/** Neither watches nor mutes a proposal or a ticket any more: who takes part in it is told, as everybody is. */
export async function stopWatching(actor: Actor, input: DiscussedNumber): Promise<Result<DiscussedNumber>> {
  return setWatch(actor, input, null);
}
