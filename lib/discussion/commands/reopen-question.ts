import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { findSubject, signInFirst } from "../facts";
import { moveQuestion } from "../move-question";
import type { reopenQuestionInput } from "../schema";
import { touch } from "../write-comment";

/** Whoever asked says that the answers do not answer it; it is owed again, and what was said is set aside. */
export async function reopenQuestion(
  actor: Actor,
  input: z.output<typeof reopenQuestionInput>,
): Promise<Result<{ question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findSubject(tx, actor, input);
    if (!found.ok) return found;
    const { question, version, reason } = input;
    const unanswered = { answerCommentId: null, answerRevision: null, answeredAt: null, acceptedAt: null };
    const move = { name: "reopen", question, version } as const;
    const moved = await moveQuestion(tx, actor, found.value, move, { reason, set: unanswered });
    if (!moved.ok) return moved;
    await tx.questionAnswer.updateMany({
      where: { questionId: moved.value.id, setAsideAt: null },
      data: { setAsideAt: now() },
    });
    await touch(tx, found.value);
    return done({ question });
  });
}
