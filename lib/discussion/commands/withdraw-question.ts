import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { findSubject, signInFirst } from "../facts";
import { moveQuestion } from "../move-question";
import type { withdrawQuestionInput } from "../schema";
import { touch } from "../write-comment";

/** Takes a question back: whoever asked it, or the officers. Nobody owes an answer any more. */
export async function withdrawQuestion(
  actor: Actor,
  input: z.output<typeof withdrawQuestionInput>,
): Promise<Result<{ question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findSubject(tx, actor, input);
    if (!found.ok) return found;
    const { question, version, reason } = input;
    const moved = await moveQuestion(
      tx,
      actor,
      found.value,
      { name: "withdraw", question, version },
      { reason },
    );
    if (!moved.ok) return moved;
    await touch(tx, found.value);
    return done({ question });
  });
}
