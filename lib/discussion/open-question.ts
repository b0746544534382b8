import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { findParty, type PartyIds, partyOf, unknownParty } from "../people/queries";
import { rolesOf } from "../people/role-groups";
import { done, type Result, refuse } from "../result";
import type { Actor, Role } from "../workflow/actor";
import { record } from "../workflow/events";
import { type Discussed, lockDiscussed } from "./facts";

export interface NewQuestion {
  /** `@person`, `body` or a role's name. */
  of: string;
  text: string;
  askedById: number;
  commentId?: number | null;
  /** Whose question it was, where somebody else confirms it for them. */
  onBehalfOf?: string;
  /** The form's field that names who is asked. */
  field: string;
}

/** Gives the question the next number of what it is about, under the lock of that, and records who owes the answer. */
export async function openQuestion(
  tx: Tx,
  actor: Actor,
  on: Discussed,
  question: NewQuestion,
): Promise<Result<{ id: number; number: number }>> {
  const asked = await findParty(tx, question.of);
  if (!asked) return refuse("invalid", unknownParty, [{ path: question.field, message: unknownParty }]);
  if (on.executive && !(await mayKnow(tx, on, asked))) {
    const message = "Only the board sees this: ask somebody who can read the question.";
    return refuse("refused", message, [{ path: question.field, message }]);
  }
  if (question.commentId && (await isForTheBoardAlone(tx, question.commentId))) {
    return refuse(
      "refused",
      "Only the board reads that comment. Ask on its own, in words that all may read.",
    );
  }
  await lockDiscussed(tx, on);
  const created = await create(tx, on, asked, question);
  await record(tx, actor, {
    type: "question.asked",
    subject: "question",
    subjectId: created.id,
    proposalId: on.proposalId,
    ticketId: on.ticketId,
    executive: on.executive,
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
  { proposalId, ticketId }: Discussed,
  asked: PartyIds,
  question: NewQuestion,
): Promise<{ id: number; number: number; of: string }> {
  const { _max } = await tx.question.aggregate({ where: { proposalId, ticketId }, _max: { number: true } });
  const named = { select: { handle: true, name: true } };
  const row = await tx.question.create({
    data: {
      proposalId,
      ticketId,
      number: (_max.number ?? 0) + 1,
      text: question.text,
      askedById: question.askedById,
      askedOfPersonId: asked.personId,
      askedOfBodyId: asked.bodyId,
      askedOfRole: asked.role,
      commentId: question.commentId ?? null,
      createdAt: now(),
    },
    select: { id: true, number: true, askedOfPerson: named, askedOfBody: named },
  });
  const of = partyOf({ person: row.askedOfPerson, body: row.askedOfBody, role: asked.role });
  return { id: row.id, number: row.number, of: of?.name ?? "" };
}

/** An executive question reaches its authors and the board, and nobody else may even hear of it (DOMAIN 5). */
async function mayKnow(tx: Tx, on: Discussed, asked: PartyIds): Promise<boolean> {
  if (asked.role !== null) return rolesOf(asked.role).every((role) => executiveRoles.includes(role));
  if (asked.bodyId !== null) {
    return (await tx.body.count({ where: { id: asked.bodyId, kind: "board" } })) > 0;
  }
  const { personId } = asked;
  if (personId === on.authorId) return true;
  const { proposalId, ticketId } = on;
  // Whoever reads the proposal of an executive ticket reads the ticket.
  const writtenIn =
    proposalId === null ? { proposal: { tickets: { some: { id: ticketId ?? 0 } } } } : { proposalId };
  const readers = { role: { in: [...executiveRoles] }, until: null };
  const found = await tx.person.count({
    where: { id: personId, OR: [{ coAuthored: { some: writtenIn } }, { grants: { some: readers } }] },
  });
  return found > 0;
}

const executiveRoles: readonly Role[] = ["director", "chair", "liaison", "secretary", "community_architect"];

/** A question is read by all who read its proposal: a comment for the board alone neither asks nor answers one. */
async function isForTheBoardAlone(tx: Tx, commentId: number): Promise<boolean> {
  return (await tx.comment.count({ where: { id: commentId, visibility: "executive" } })) > 0;
}
