import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { findDiscussed, signInFirst } from "../facts";
import { openQuestion } from "../open-question";
import type { askQuestionInput } from "../schema";
import { touch } from "../write-comment";

/** Asks a person, a body or a role something that needs an answer; on its own, or as what a comment asked. */
export async function askQuestion(
  actor: Actor,
  input: z.output<typeof askQuestionInput>,
): Promise<Result<{ question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findDiscussed(tx, actor, { number: input.proposal });
    if (!found.ok) return found;
    const { proposalId } = found.value;
    if (input.comment && (await tx.comment.count({ where: { id: input.comment, proposalId } })) === 0) {
      return notFound("comment");
    }
    const { of, text, comment: commentId } = input;
    const asked = await openQuestion(tx, actor, found.value, {
      of,
      text,
      commentId,
      askedById: actor.personId,
      field: "of",
    });
    if (!asked.ok) return asked;
    await touch(tx, found.value);
    return done({ question: asked.value.number });
  });
}
