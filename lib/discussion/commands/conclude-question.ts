import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { findSubject, signInFirst } from "../facts";
import { moveQuestion } from "../move-question";
import type { concludeQuestionInput } from "../schema";
import { touch } from "../write-comment";

/** Says that a role has answered enough, though some who hold it have not: nobody of them owes an answer any more. */
export async function concludeQuestion(
  actor: Actor,
  input: z.output<typeof concludeQuestionInput>,
): Promise<Result<{ question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findSubject(tx, actor, input);
    if (!found.ok) return found;
    const { question, version } = input;
    const set = { answeredAt: now() };
    const moved = await moveQuestion(
      tx,
      actor,
      found.value,
      { name: "conclude", question, version },
      { set },
    );
    if (!moved.ok) return moved;
    await touch(tx, found.value);
    return done({ question });
  });
}
