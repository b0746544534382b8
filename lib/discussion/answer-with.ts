import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { notFound, type Result } from "../result";
import type { DiscussedProposal, Person } from "./facts";
import { moveQuestion } from "./move-question";

/** Settles a question with a comment of the same discussion. */
export async function answerWith(
  tx: Tx,
  actor: Person,
  proposal: DiscussedProposal,
  answer: { question: number; comment: number; version?: number },
): Promise<Result<{ id: number; number: number }>> {
  const { comment, question, version } = answer;
  const { proposalId } = proposal;
  if ((await tx.comment.count({ where: { id: comment, proposalId } })) === 0) return notFound("comment");
  return moveQuestion(
    tx,
    actor,
    proposal,
    { name: "answer", question, version },
    { set: { answerCommentId: comment, answeredAt: now() }, data: { commentId: comment } },
  );
}
