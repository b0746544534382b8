import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { DiscussedNumber } from "../facts";
import { setWatch } from "../set-watch";

/** Wants to be told of everything that happens on a proposal or a ticket. */
export async function watchDiscussion(
  actor: Actor,
  input: DiscussedNumber,
): Promise<Result<DiscussedNumber>> {
  return setWatch(actor, input, "watching");
}
