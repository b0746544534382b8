import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { findDiscussed, signInFirst } from "../facts";
import { moveQuestion } from "../move-question";
import type { reopenQuestionInput } from "../schema";
import { touch } from "../write-comment";

/** Whoever asked says that the answer does not answer it; it is owed again. */
export async function reopenQuestion(
  actor: Actor,
  input: z.output<typeof reopenQuestionInput>,
): Promise<Result<{ question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findDiscussed(tx, actor, { number: input.proposal });
    if (!found.ok) return found;
    const { question, version, reason } = input;
    const moved = await moveQuestion(
      tx,
      actor,
      found.value,
      { name: "reopen", question, version },
      { reason, set: { answerCommentId: null, answeredAt: null } },
    );
    if (!moved.ok) return moved;
    await touch(tx, found.value);
    return done({ question });
  });
}
