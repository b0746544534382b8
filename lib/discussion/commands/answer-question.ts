import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { answerWith } from "../answer-with";
import { findSubject, lockDiscussed, signInFirst } from "../facts";
import type { answerQuestionInput } from "../schema";
import { touch, writeComment } from "../write-comment";

/** Answers a question: with a comment written now, with one that already says it, or with a revision of the text. */
export async function answerQuestion(
  actor: Actor,
  input: z.output<typeof answerQuestionInput>,
): Promise<Result<{ question: number; comment: number | null }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findSubject(tx, actor, input);
    if (!found.ok) return found;
    const on = found.value;
    await lockDiscussed(tx, on);
    const { question, version, markdown, revision } = input;
    const written = markdown === undefined ? undefined : await writeComment(tx, actor, on, { markdown });
    const id = input.comment ?? written;
    const comment = id === undefined ? undefined : { id, wasSaid: written === undefined };
    const answered = await answerWith(tx, actor, on, { question, version, comment, revision });
    if (!answered.ok) return answered;
    await touch(tx, on);
    return done({ question, comment: id ?? null });
  });
}
