import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { DiscussedNumber } from "../facts";
import { setWatch } from "../set-watch";

/** Wants to be told of nothing on a proposal or a ticket but what is addressed to them. */
export async function muteDiscussion(actor: Actor, input: DiscussedNumber): Promise<Result<DiscussedNumber>> {
  return setWatch(actor, input, "muted");
}
