import type { Tx } from "../db/transaction";
import { visibleTo } from "../proposals/visibility";
import { notFound, type Result, refuse } from "../result";
import { ticketsVisibleTo } from "../tickets/visibility";
import type { Actor } from "../workflow/actor";
import type { QuestionFacts } from "./machine";

export type Person = Extract<Actor, { kind: "person" }>;

/** What is talked about: a proposal, or a ticket; found only by those who may see it. */
export interface Discussed {
  proposalId: number | null;
  ticketId: number | null;
  executive: boolean;
  /** The revision that readers see now; absent on a ticket. */
  revision: number | null;
  /** The proposal's number, or the ticket's. */
  number: number;
  /** Who answers for it: the proposal's author, the ticket's requester. */
  authorId: number;
}

/** A proposal as its discussion holds it. */
export interface DiscussedProposal extends Discussed {
  proposalId: number;
}

export interface HeldQuestion {
  id: number;
  number: number;
  version: number;
  facts: QuestionFacts;
}

export const signInFirst = refuse("signed_out", "Sign in to take part in the discussion.");

/** The proposal of that number, if this actor may see and discuss it; a draft is not discussed yet. */
export async function findDiscussed(
  tx: Tx,
  actor: Actor,
  where: { number: number } | { id: number },
): Promise<Result<DiscussedProposal>> {
  const row = await tx.proposal.findFirst({
    where: { ...where, AND: visibleTo(actor) },
    select: { id: true, number: true, status: true, visibility: true, revision: true, authorId: true },
  });
  if (!row) return notFound("proposal");
  if (row.status === "draft") {
    return refuse(
      "refused",
      "Only those who write it see this draft. Publish it, then others can discuss it with you.",
    );
  }
  const { id: proposalId, visibility, number, revision, authorId } = row;
  const executive = visibility === "executive";
  return { ok: true, value: { proposalId, ticketId: null, executive, number, revision, authorId } };
}

/** The ticket of that number, if this actor may see it: as much as the proposal that it came from. */
export async function findDiscussedTicket(tx: Tx, actor: Actor, number: number): Promise<Result<Discussed>> {
  const row = await tx.ticket.findFirst({
    where: { number, AND: ticketsVisibleTo(actor) },
    select: { id: true, requesterId: true, proposal: { select: { visibility: true } } },
  });
  if (!row) return notFound("ticket");
  const executive = row.proposal?.visibility === "executive";
  const { id: ticketId, requesterId: authorId } = row;
  return { ok: true, value: { proposalId: null, ticketId, executive, revision: null, number, authorId } };
}

/** What a form or a caller names by number: a proposal or a ticket. */
export interface DiscussedNumber {
  proposal?: number | undefined;
  ticket?: number | undefined;
}

/** The proposal or the ticket of that number, whichever is named, if this actor may see and discuss it. */
export async function findSubject(
  tx: Tx,
  actor: Actor,
  { proposal, ticket }: DiscussedNumber,
): Promise<Result<Discussed>> {
  return proposal === undefined
    ? findDiscussedTicket(tx, actor, ticket ?? 0)
    : findDiscussed(tx, actor, { number: proposal });
}

/**
 * Holds the proposal's row until the transaction ends. Everything that numbers or moves its questions does so
 * first: two at once then wait for each other, instead of taking one number or each waiting for the other's lock.
 */
export async function lockProposal(tx: Tx, proposalId: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS held FROM "Proposal" WHERE "id" = ${proposalId} FOR NO KEY UPDATE`;
}

/** The same for whatever is talked about: a ticket's row, where it is a ticket. */
export async function lockDiscussed(tx: Tx, on: Pick<Discussed, "proposalId" | "ticketId">): Promise<void> {
  if (on.proposalId !== null) return lockProposal(tx, on.proposalId);
  await tx.$queryRaw`SELECT 1 AS held FROM "Ticket" WHERE "id" = ${on.ticketId} FOR NO KEY UPDATE`;
}

/** A question of the proposal or the ticket, with the facts for its moves. */
export async function holdQuestion(
  tx: Tx,
  on: Pick<Discussed, "proposalId" | "ticketId" | "authorId">,
  number: number,
): Promise<Result<HeldQuestion>> {
  const row = await tx.question.findFirst({
    where: { proposalId: on.proposalId, ticketId: on.ticketId, number },
    select: {
      id: true,
      version: true,
      status: true,
      askedById: true,
      askedOfPersonId: true,
      askedOfBodyId: true,
      askedOfRole: true,
      acceptedAt: true,
      answers: { where: { setAsideAt: null }, select: { personId: true } },
      proposal: { select: { status: true, coAuthors: { select: { personId: true } } } },
      ticket: { select: { ownerPersonId: true } },
    },
  });
  if (!row) return notFound("question");
  const { id, version, acceptedAt, answers, proposal, ticket, ...asked } = row;
  const answersForTicket = ticket?.ownerPersonId == null ? [] : [ticket.ownerPersonId];
  const facts: QuestionFacts = {
    ...asked,
    isAccepted: acceptedAt !== null,
    authorId: on.authorId,
    coAuthorIds: proposal?.coAuthors.map((coAuthor) => coAuthor.personId) ?? answersForTicket,
    isBeingSplit: proposal?.status === "splitting",
    answeredIds: answers.map((answer) => answer.personId),
  };
  return { ok: true, value: { id, number, version, facts } };
}
