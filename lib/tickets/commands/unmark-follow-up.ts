import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdPromise } from "../held-follow-up";
import type { followUpInput } from "../schema";
import { mayUnmark } from "../split-policy";

/** Says that a comment promises nothing after all; what the split has placed already is taken back there first. */
export async function unmarkFollowUp(
  actor: Actor,
  { comment }: z.output<typeof followUpInput>,
): Promise<Result<{ proposal: number; comment: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to take a mark back.");
  return transact(async (tx) => {
    const held = await holdPromise(tx, actor, comment);
    if (!held.ok) return held;
    const { proposal, standing, authorId } = held.value;
    if (!standing) return refuse("conflict", "This comment is not marked as a promise; look again.");
    if (!mayUnmark(actor, { markedById: standing.markedById, authorId })) {
      return refuse(
        "forbidden",
        "A mark is taken back by who set it, by who wrote the comment, or by the officers.",
      );
    }
    if (standing.placed > 0) {
      return refuse("refused", `Follow-up ${standing.number} is placed in the split; take that back first.`);
    }
    await tx.followUp.update({
      where: { id: standing.id },
      data: { unmarkedAt: now(), unmarkedById: actor.personId },
    });
    await record(tx, actor, {
      type: "follow_up.unmarked",
      subject: "follow_up",
      subjectId: standing.id,
      proposalId: proposal.id,
      executive: proposal.executive,
      data: { number: standing.number, commentId: comment },
    });
    return done({ proposal: proposal.number, comment });
  });
}
