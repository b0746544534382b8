import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { done, notFound, type Result } from "../result";
import { type Actor, personIdOf } from "../workflow/actor";
import { applyStep } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { type ConsentMove, type ConsentState, consentMachine } from "./consent-machine";
import type { AskOwner } from "./content";
import type { ProposalStatus } from "./machine";
import { visibleTo } from "./visibility";

/** The proposal that an ask belongs to, as its consent needs it. */
export interface AskedIn {
  id: number;
  status: ProposalStatus;
  executive: boolean;
  revision: number;
}

interface HeldAsk extends AskOwner {
  id: number;
  number: number;
  version: number;
  consent: ConsentState;
  kind: string;
  ownerBody: { kind: string } | null;
}

const askColumns = {
  id: true,
  number: true,
  version: true,
  consent: true,
  ownerPersonId: true,
  ownerBodyId: true,
  ownerRole: true,
  kind: true,
  ownerBody: { select: { kind: true } },
} as const;

/** Confirms or declines one ask for whoever it names; the version is of the ask that they saw. */
export async function moveConsent(
  tx: Tx,
  actor: Actor,
  name: ConsentMove,
  input: { number: number; ask: number; version: number; reason?: string },
): Promise<Result<{ number: number; ask: number }>> {
  const row = await tx.proposal.findFirst({
    where: { number: input.number, AND: visibleTo(actor) },
    select: {
      id: true,
      status: true,
      visibility: true,
      revision: true,
      asks: { where: { number: input.ask }, select: askColumns },
    },
  });
  if (!row) return notFound("proposal");
  const { visibility, asks, ...proposal } = row;
  const [ask] = asks;
  if (!ask) return notFound("ask");
  const seen = { ...ask, version: input.version };
  const moved = await move(tx, actor, name, {
    proposal: { ...proposal, executive: visibility === "executive" },
    ask: seen,
    reason: input.reason,
  });
  return moved.ok ? done({ number: input.number, ask: input.ask }) : moved;
}

/** Whoever writes an ask that names themself has promised it by that: no second click. */
export async function confirmOwnAsks(tx: Tx, actor: Actor, proposal: AskedIn): Promise<Result<null>> {
  const asks = await tx.ask.findMany({
    where: { proposalId: proposal.id, ownerPersonId: personIdOf(actor) ?? -1, consent: "named" },
    orderBy: { number: "asc" },
    select: askColumns,
  });
  for (const ask of asks) {
    const moved = await move(tx, actor, "confirm", { proposal, ask, byWriting: true });
    if (!moved.ok) return moved;
  }
  return done(null);
}

async function move(
  tx: Tx,
  actor: Actor,
  name: ConsentMove,
  given: { proposal: AskedIn; ask: HeldAsk; reason?: string; byWriting?: boolean },
): Promise<Result<bigint>> {
  const { proposal, ask, reason, byWriting } = given;
  const { id, number, version, consent, kind, ownerBody, ...owner } = ask;
  const boardDecides = kind === "board_decision" && ownerBody?.kind === "board";
  const facts = { ...owner, status: consent, proposalStatus: proposal.status, boardDecides };
  const step = decide(consentMachine, name, actor, facts);
  if (!step.ok) return step;
  return applyStep(
    tx,
    step.value,
    { id, version },
    {
      proposalId: proposal.id,
      executive: proposal.executive,
      set: { consentById: personIdOf(actor), consentAt: now(), consentRevision: proposal.revision },
      data: { ask: number, revision: proposal.revision, ...(byWriting && { byWriting: "yes" }) },
      reason,
    },
  );
}
