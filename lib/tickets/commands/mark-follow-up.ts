import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { excerpt } from "../../discussion/plain-text";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdPromise } from "../held-follow-up";
import type { followUpInput } from "../schema";

/** Says that a comment promises a follow-up: the split of its proposal then has to account for it. */
export async function markFollowUp(
  actor: Actor,
  { comment }: z.output<typeof followUpInput>,
): Promise<Result<{ proposal: number; comment: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to mark a promise.");
  return transact(async (tx) => {
    const held = await holdPromise(tx, actor, comment);
    if (!held.ok) return held;
    const { proposal, standing, markdown, authorId } = held.value;
    if (standing) return refuse("conflict", "This comment is marked as a promise already.");
    const where = { proposalId: proposal.id };
    const { _max } = await tx.followUp.aggregate({ where, _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    const { id } = await tx.followUp.create({
      data: {
        ...where,
        ...{ number, commentId: comment, text: excerpt(markdown, 300), markedById: actor.personId },
        createdAt: now(),
      },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "follow_up.marked",
      subject: "follow_up",
      subjectId: id,
      proposalId: proposal.id,
      executive: proposal.executive,
      data: { number, commentId: comment, promisedById: authorId },
    });
    return done({ proposal: proposal.number, comment });
  });
}
