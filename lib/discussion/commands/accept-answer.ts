import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { findSubject, signInFirst } from "../facts";
import { moveQuestion } from "../move-question";
import type { acceptAnswerInput } from "../schema";
import { touch } from "../write-comment";

/** Whoever asked says that the answer answers it. */
export async function acceptAnswer(
  actor: Actor,
  input: z.output<typeof acceptAnswerInput>,
): Promise<Result<{ question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findSubject(tx, actor, input);
    if (!found.ok) return found;
    const { question, version } = input;
    const set = { acceptedAt: now() };
    const moved = await moveQuestion(tx, actor, found.value, { name: "accept", question, version }, { set });
    if (!moved.ok) return moved;
    await touch(tx, found.value);
    return done({ question });
  });
}
