import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { findOwner, type OwnerIds, unknownOwner } from "../people/queries";
import { done, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import { type DiscussedProposal, lockProposal } from "./facts";

export interface NewQuestion {
  /** `@person` or `body`. */
  of: string;
  text: string;
  askedById: number;
  commentId?: number | null;
  /** Whose question it was, where somebody else confirms it for them. */
  onBehalfOf?: string;
  /** The form's field that names who is asked. */
  field: string;
}

/** Gives the question the proposal's next number, under the proposal's lock, and records who owes the answer. */
export async function openQuestion(
  tx: Tx,
  actor: Actor,
  proposal: DiscussedProposal,
  question: NewQuestion,
): Promise<Result<{ id: number; number: number }>> {
  const owner = await findOwner(tx, question.of);
  if (!owner) return refuse("invalid", unknownOwner, [{ path: question.field, message: unknownOwner }]);
  if (proposal.executive && !(await mayKnow(tx, proposal, owner))) {
    return refuse("refused", "Only the board sees this proposal: ask somebody who can read the question.");
  }
  await lockProposal(tx, proposal.proposalId);
  const created = await create(tx, proposal.proposalId, owner, question);
  await record(tx, actor, {
    type: "question.asked",
    subject: "question",
    subjectId: created.id,
    proposalId: proposal.proposalId,
    executive: proposal.executive,
    onBehalfOf: question.onBehalfOf,
    data: {
      to: "open",
      number: created.number,
      text: question.text,
      of: created.of,
      ...(question.commentId && { commentId: question.commentId }),
    },
  });
  return done({ id: created.id, number: created.number });
}

async function create(
  tx: Tx,
  proposalId: number,
  owner: OwnerIds,
  question: NewQuestion,
): Promise<{ id: number; number: number; of: string }> {
  const { _max } = await tx.question.aggregate({ where: { proposalId }, _max: { number: true } });
  const row = await tx.question.create({
    data: {
      proposalId,
      number: (_max.number ?? 0) + 1,
      text: question.text,
      askedById: question.askedById,
      askedOfPersonId: owner.ownerPersonId,
      askedOfBodyId: owner.ownerBodyId,
      commentId: question.commentId ?? null,
      createdAt: now(),
    },
    select: {
      id: true,
      number: true,
      askedOfPerson: { select: { name: true } },
      askedOfBody: { select: { name: true } },
    },
  });
  return { id: row.id, number: row.number, of: (row.askedOfPerson ?? row.askedOfBody)?.name ?? "" };
}

/** An executive question reaches its author and the board, and nobody else may even hear of it (DOMAIN 5). */
async function mayKnow(tx: Tx, proposal: DiscussedProposal, owner: OwnerIds): Promise<boolean> {
  if (owner.ownerPersonId === proposal.authorId) return true;
  const readers = { role: { in: executiveRoles }, until: null };
  const found = owner.ownerPersonId
    ? await tx.roleGrant.findFirst({ where: { personId: owner.ownerPersonId, ...readers } })
    : await tx.body.findFirst({ where: { id: owner.ownerBodyId ?? 0, kind: "board" } });
  return found !== null;
}

const executiveRoles: ("director" | "chair" | "liaison" | "secretary" | "community_architect")[] = [
  "director",
  "chair",
  "liaison",
  "secretary",
  "community_architect",
];
