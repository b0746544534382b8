import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type Discussed, findSubject, signInFirst } from "../facts";
import { openQuestion } from "../open-question";
import type { askQuestionInput } from "../schema";
import { commentsVisibleTo } from "../visibility";
import { touch } from "../write-comment";

/** Asks a person, a body or a role something that needs an answer; on its own, or as what a comment asked. */
export async function askQuestion(
  actor: Actor,
  input: z.output<typeof askQuestionInput>,
): Promise<Result<{ question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const found = await findSubject(tx, actor, input);
    if (!found.ok) return found;
    const carrier = await findCarrier(tx, actor, input.comment, found.value);
    if (!carrier.ok) return carrier;
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

/** The comment that it was asked in, where one is named. One for the board carries no question: others would see it. */
async function findCarrier(
  tx: Tx,
  actor: Actor,
  id: number | undefined,
  { proposalId, ticketId }: Discussed,
): Promise<Result<null>> {
  if (id === undefined) return done(null);
  const comment = await tx.comment.findFirst({
    where: { id, proposalId, ticketId, AND: commentsVisibleTo(actor) },
    select: { visibility: true },
  });
  if (!comment) return notFound("comment");
  return comment.visibility === "executive"
    ? refuse(
        "refused",
        "Only the board reads that comment; a question in it could not be answered by others.",
      )
    : done(null);
}
