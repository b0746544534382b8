import type { Tx } from "../db/transaction";
import { notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { type DiscussedProposal, findDiscussed } from "./facts";
import { mayJudgeCandidates } from "./policy";

export interface HeldCandidate {
  id: number;
  sentence: string;
  commentId: number | null;
  /** Whoever wrote the sentence: the comment's author, or the thread's. */
  author: { id: number; name: string };
}

/** A sentence that an import offered, with its proposal, for those who may judge it. */
export async function holdCandidate(
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<Result<{ candidate: HeldCandidate; proposal: DiscussedProposal }>> {
  const named = { select: { id: true, name: true } };
  const row = await tx.questionCandidate.findUnique({
    where: { id },
    select: {
      id: true,
      sentence: true,
      commentId: true,
      proposalId: true,
      comment: { select: { author: named } },
      proposal: { select: { author: named } },
    },
  });
  if (!row) return notFound("sentence");
  const found = await findDiscussed(tx, actor, { id: row.proposalId });
  if (!found.ok) return notFound("sentence");
  if (!mayJudgeCandidates(actor, found.value)) {
    return refuse("forbidden", "The requester, the chair or the secretary decide what was a question.");
  }
  const author = row.comment?.author ?? row.proposal.author;
  const { sentence, commentId } = row;
  return { ok: true, value: { candidate: { id, sentence, commentId, author }, proposal: found.value } };
}

/** Settles an offered sentence once; the second of two people is told. */
export async function settleCandidate(
  tx: Tx,
  id: number,
  outcome: { status: "confirmed"; questionId: number } | { status: "dismissed" },
): Promise<Result<null>> {
  const { count } = await tx.questionCandidate.updateMany({
    where: { id, status: "offered" },
    data: outcome,
  });
  return count > 0
    ? { ok: true, value: null }
    : refuse("conflict", "Somebody has already decided on this sentence. Nothing was changed.");
}
