import type { z } from "zod";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { amendMotionInput } from "../ballot-schema";
import { isOfTheMeeting } from "../rule-set";
import { type BallotPlace, moveBallot } from "./move-ballot";

/** Changes a motion before it is voted on. Whoever seconded it seconded other words: it needs a second anew. */
export async function amendMotion(
  actor: Actor,
  { text, outcome, rule, ...input }: z.output<typeof amendMotionInput>,
): Promise<Result<BallotPlace>> {
  return moveBallot(actor, { ...input, move: "amend" }, async (_tx, row) => {
    if ((row.proposal !== null) !== (outcome !== "")) {
      const message = row.proposal
        ? "Choose what is decided on the proposal if the motion carries."
        : "This item has no proposal: leave the outcome empty.";
      return refuse("invalid", message, [{ path: "outcome", message }]);
    }
    if (row.meeting === null && isOfTheMeeting(rule)) {
      const message = "Nobody is present outside of a meeting: choose consensus or lazy consensus.";
      return refuse("invalid", message, [{ path: "rule", message }]);
    }
    return done({
      set: { text, outcome: outcome || null, rule, seconderId: null },
      data: { text: text.slice(0, 300), before: row.text.slice(0, 300) },
    });
  });
}
