import type { Tx } from "../db/transaction";
import { commentsVisibleTo } from "../discussion/visibility";
import { visibleTo } from "../proposals/visibility";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { lockProposal } from "./facts";

/** A comment that promises something, or is to; with the proposal that it stands on, locked. */
export interface HeldPromise {
  commentId: number;
  authorId: number;
  markdown: string;
  proposal: { id: number; number: number; executive: boolean };
  standing: { id: number; number: number; markedById: number; placed: number } | null;
}

/** Found by those who may read the comment; a promise is marked while its split is not confirmed. */
export async function holdPromise(tx: Tx, actor: Actor, commentId: number): Promise<Result<HeldPromise>> {
  const where = { id: commentId, AND: commentsVisibleTo(actor), proposal: visibleTo(actor) };
  const seen = await tx.comment.findFirst({ where, select: { proposalId: true } });
  if (!seen?.proposalId) return notFound("comment");
  await lockProposal(tx, seen.proposalId);
  const row = await tx.comment.findFirst({
    where,
    select: {
      ...{ authorId: true, markdown: true, visibility: true },
      proposal: { select: { id: true, number: true, visibility: true, status: true } },
      followUps: {
        where: { unmarkedAt: null },
        select: { id: true, number: true, markedById: true, _count: { select: { splitEntries: true } } },
      },
    },
  });
  if (!row?.proposal) return notFound("comment");
  if (row.visibility === "executive") return onlyForTheBoard;
  const { status, visibility, ...proposal } = row.proposal;
  if (status === "delivering" || status === "closed") return tooLate;
  const [followUp] = row.followUps;
  return done({
    ...{ commentId, authorId: row.authorId, markdown: row.markdown },
    proposal: { ...proposal, executive: visibility === "executive" },
    standing: followUp
      ? {
          id: followUp.id,
          number: followUp.number,
          markedById: followUp.markedById,
          placed: followUp._count.splitEntries,
        }
      : null,
  });
}

const onlyForTheBoard = refuse(
  "refused",
  "Only the board reads that comment, and the requester has to account for what is marked. Promise it in words that all may read.",
);
const tooLate = refuse("refused", "The split is confirmed: a promise made now becomes a ticket of its own.");
