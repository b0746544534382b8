import type { Tx } from "../../db/transaction";
import { visibleTo } from "../../proposals/visibility";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { moveQuestion } from "../move-question";

/** Puts on the record that a meeting ended without the answer; for the command that ends the meeting. */
export async function leaveUnanswered(
  tx: Tx,
  actor: Actor,
  input: { questionId: number; meetingId: number | null },
): Promise<Result<{ question: number }>> {
  const row = await tx.question.findFirst({
    where: { id: input.questionId, proposal: visibleTo(actor) },
    select: { number: true, proposal: { select: { id: true, authorId: true, visibility: true } } },
  });
  if (!row?.proposal) return notFound("question");
  const { id: proposalId, authorId, visibility } = row.proposal;
  const moved = await moveQuestion(
    tx,
    actor,
    { proposalId, ticketId: null, authorId, executive: visibility === "executive" },
    { name: "leave_unanswered", question: row.number },
    { meetingId: input.meetingId },
  );
  return moved.ok ? done({ question: moved.value.number }) : moved;
}
