import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { done, type Result } from "../result";
import { findDiscussed, holdQuestion, lockProposal, type Person } from "./facts";
import { moveQuestion } from "./move-question";
import { writeComment } from "./write-comment";

/**
 * Answers a question for good in the split of its proposal, in the caller's transaction: the answer is said in the
 * discussion, by the requester, also where a role was asked and others of it have not answered.
 */
export async function settleQuestion(
  tx: Tx,
  actor: Person,
  { number }: { number: number },
  { question, markdown }: { question: number; markdown: string },
): Promise<Result<null>> {
  const found = await findDiscussed(tx, actor, { number });
  if (!found.ok) return found;
  const proposal = found.value;
  await lockProposal(tx, proposal.proposalId);
  const held = await holdQuestion(tx, proposal, question);
  if (!held.ok) return held;
  const commentId = await writeComment(tx, actor, proposal, { markdown });
  const { personId } = actor;
  const { id: questionId, facts } = held.value;
  if (!facts.answeredIds.includes(personId)) {
    await tx.questionAnswer.create({ data: { questionId, personId, commentId, createdAt: now() } });
  }
  const moved = await moveQuestion(
    tx,
    actor,
    proposal,
    { name: "settle", question },
    {
      data: { personId, commentId, isNew: true, inSplit: true },
      set: { answeredAt: now(), answerCommentId: commentId, answerRevision: null, acceptedAt: null },
    },
  );
  return moved.ok ? done(null) : moved;
}

/** Takes that back while the split is open: the question is owed again, and what was said is set aside. */
export async function unsettleQuestion(
  tx: Tx,
  actor: Person,
  { number }: { number: number },
  question: number,
): Promise<Result<null>> {
  const found = await findDiscussed(tx, actor, { number });
  if (!found.ok) return found;
  const held = await holdQuestion(tx, found.value, question);
  if (!held.ok) return held;
  if (held.value.facts.status !== "answered") return done(null);
  const set = { answerCommentId: null, answerRevision: null, answeredAt: null, acceptedAt: null };
  const moved = await moveQuestion(tx, actor, found.value, { name: "unsettle", question }, { set });
  if (!moved.ok) return moved;
  await tx.questionAnswer.updateMany({
    where: { questionId: held.value.id, setAsideAt: null },
    data: { setAsideAt: now() },
  });
  return done(null);
}
