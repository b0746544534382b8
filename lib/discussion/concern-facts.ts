import type { Tx } from "../db/transaction";
import { findOwner, unknownOwner } from "../people/queries";
import { type HeldProposal, holdProposal } from "../proposals/facts";
import { mayRead } from "../proposals/policy";
import { findAsActor } from "../proposals/reader-facts";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import type { ConcernFacts } from "./concern-machine";
import type { StandingConcern } from "./concern-text";
import { lockProposal } from "./facts";

/**
 * The proposal of that number, its row held until the transaction ends: a concern and a decision wait for each other,
 * and whoever comes second weighs what the first one left.
 */
export async function holdLockedProposal(
  tx: Tx,
  actor: Actor,
  number: number,
): Promise<Result<HeldProposal>> {
  const seen = await holdProposal(tx, actor, { number });
  if (!seen) return notFound("proposal");
  await lockProposal(tx, seen.id);
  const held = await holdProposal(tx, actor, { id: seen.id });
  return held ? done(held) : notFound("proposal");
}

export interface HeldConcern {
  id: number;
  number: number;
  version: number;
  /** Who raised it and who is to resolve it, for the notices. */
  parties: { openerId: number; resolverPersonId: number | null; resolverBodyId: number | null };
  facts: ConcernFacts;
}

/** A concern of the proposal, with the facts for its moves. */
export async function holdConcern(
  tx: Tx,
  proposal: HeldProposal,
  number: number,
): Promise<Result<HeldConcern>> {
  const row = await tx.concern.findUnique({
    where: { proposalId_number: { proposalId: proposal.id, number } },
    select: {
      id: true,
      version: true,
      status: true,
      openerId: true,
      resolverPersonId: true,
      resolverBodyId: true,
      opener: { select: { disabledAt: true, grants: { where: seat, select: { id: true }, take: 1 } } },
    },
  });
  if (!row) return notFound("concern");
  const { id, version, status, opener, ...parties } = row;
  const { authorId, coAuthorIds, imported } = proposal.facts;
  const openerSits = opener.disabledAt === null && opener.grants.length > 0;
  const facts = { status, ...parties, openerSits, authorId, coAuthorIds, imported };
  return done({ id, number, version, parties, facts });
}

const seat = { role: { in: ["director" as const, "chair" as const, "liaison" as const] }, until: null };

export type Resolver =
  | { resolverPersonId: number; resolverBodyId: null }
  | { resolverPersonId: null; resolverBodyId: number };

/** Who is to resolve a concern: who is named, or else the requester. They have to be able to read it. */
export async function findResolver(tx: Tx, proposal: HeldProposal, text: string): Promise<Result<Resolver>> {
  const { authorId } = proposal.facts;
  if (text === "") return done({ resolverPersonId: authorId, resolverBodyId: null });
  const owner = await findOwner(tx, text);
  if (!owner) return atField(unknownOwner);
  if (!(await mayKnow(tx, proposal, owner))) {
    return atField("Only the board sees this proposal: name somebody who can read the concern.");
  }
  const { ownerPersonId: resolverPersonId, ownerBodyId: resolverBodyId } = owner;
  if (resolverPersonId !== null) return done({ resolverPersonId, resolverBodyId: null });
  return done({ resolverPersonId: null, resolverBodyId });
}

function atField(message: string) {
  return refuse("invalid", message, [{ path: "resolver", message }]);
}

async function mayKnow(
  tx: Tx,
  { facts, visibility }: HeldProposal,
  owner: { ownerPersonId: number | null; ownerBodyId: number | null },
): Promise<boolean> {
  if (visibility === "public") return true;
  if (owner.ownerPersonId === null) {
    return (await tx.body.count({ where: { id: owner.ownerBodyId ?? 0, kind: "board" } })) > 0;
  }
  const person = await findAsActor(tx, { id: owner.ownerPersonId });
  return person !== null && mayRead(person, { ...facts, visibility });
}

/** The concerns that stand in the way of approval, with the proposal held, so that none is added meanwhile. */
export async function lockStandingConcerns(tx: Tx, proposalId: number): Promise<StandingConcern[]> {
  await lockProposal(tx, proposalId);
  const rows = await tx.concern.findMany({
    where: { proposalId, status: { in: ["open", "addressed"] } },
    orderBy: { number: "asc" },
    take: 20,
    select: { number: true, text: true, opener: { select: { name: true } } },
  });
  return rows.map(({ number, text, opener }) => ({ number, text, opener: opener.name }));
}
