import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { mayApprove } from "../../discussion/approval-facts";
import { leaveUnanswered } from "../../discussion/commands/leave-unanswered";
import { type HeldProposal, holdProposal } from "../../proposals/facts";
import { proposalMachine } from "../../proposals/machine";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { record } from "../../workflow/events";
import { decide } from "../../workflow/machine";
import { effects, type Outcome } from "../effects";
import { mayRecordDecision, onlyChairRecords } from "../policy";
import type { methodLabels } from "../ui-text";
import type { ConditionRow } from "./resolve-names";
import { settleTicket } from "./settle-ticket";

/** What is decided on, and where: an item of a meeting, or, outside of one, the proposal alone. */
export interface Decided {
  proposalId: number | null;
  /** The agenda item; null outside of a meeting. */
  id: number | null;
  meetingId: number | null;
  executive: boolean;
  /** A ticket that came back for a decision; then there is no proposal. */
  ticketId?: number | null;
}

/** A decision whose names were looked up. */
export interface Settled {
  outcome: Outcome;
  method: keyof typeof methodLabels;
  text: string;
  reviewOn: string | null;
  nextMeetingId: number | null;
  followUpId: number | null;
  conditions: ConditionRow[];
  /** The ballot that led to it. */
  ballotId?: number | null;
}

/**
 * Records what was decided on an item and lets it take effect, in the caller's transaction: the proposal moves, and
 * where it goes back to discussion its open questions are left unanswered on the record. The caller holds the meeting.
 */
export async function settleItem(
  tx: Tx,
  actor: Actor,
  item: Decided,
  settled: Settled,
): Promise<Result<{ decisionId: number }>> {
  if (!mayRecordDecision(actor) || actor.kind !== "person") return refuse("forbidden", onlyChairRecords);
  if (item.ticketId) return settleTicket(tx, actor, { ...item, ticketId: item.ticketId }, settled);
  const proposal = item.proposalId === null ? null : await holdProposal(tx, actor, { id: item.proposalId });
  if (!proposal) return notFound("proposal");
  const earlier = item.id !== null && { itemId: item.id };
  if (earlier && (await tx.decision.findFirst({ where: earlier, select: { id: true } }))) {
    return refuse("conflict", "A decision is already recorded for this item.");
  }
  const approves = settled.outcome === "approved" ? await mayApprove(tx, proposal.id) : done(null);
  if (!approves.ok) return approves;
  const taken = item.id === null ? await takeUpOutside(tx, actor, proposal) : done(proposal);
  if (!taken.ok) return taken;
  const held = taken.value;
  const moved = await moveProposal(tx, actor, { item, proposal: held, outcome: settled.outcome });
  if (!moved.ok) return moved;
  const decisionId = await write(tx, actor, { item, proposal: held, settled, recordedById: actor.personId });
  const left = await leaveQuestions(tx, actor, { item, proposal: held, outcome: settled.outcome });
  return left.ok ? done({ decisionId }) : left;
}

/** Outside of a meeting the board takes it up in the moment in which it decides. */
async function takeUpOutside(tx: Tx, actor: Actor, proposal: HeldProposal): Promise<Result<HeldProposal>> {
  const step = decide(proposalMachine, "review_by_ballot", actor, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId: proposal.id,
    executive: proposal.visibility === "executive",
    data: { byBallot: true },
    set: { updatedAt: now() },
  });
  if (!moved.ok) return moved;
  const held = await holdProposal(tx, actor, { id: proposal.id });
  return held ? done(held) : notFound("proposal");
}

interface Case {
  item: Decided;
  proposal: HeldProposal;
  outcome: Outcome;
}

async function moveProposal(tx: Tx, actor: Actor, { item, proposal, outcome }: Case): Promise<Result<null>> {
  const effect = effects[outcome];
  const step = decide(proposalMachine, effect.move, actor, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId: proposal.id,
    meetingId: item.meetingId,
    executive: item.executive,
    data: { outcome, ...(item.id !== null && { itemId: item.id }) },
    set: {
      updatedAt: now(),
      ...(effect.closes && { closedAs: effect.closes, closedAt: now() }),
      ...(effect.countsAsCarried && { carryCount: { increment: 1 } }),
    },
  });
  return moved.ok ? done(null) : moved;
}

interface Writing {
  item: Decided;
  proposal: HeldProposal;
  settled: Settled;
  recordedById: number;
}

async function write(tx: Tx, actor: Actor, writing: Writing): Promise<number> {
  const { item, proposal, settled, recordedById } = writing;
  const { conditions, ...columns } = settled;
  const { id } = await tx.decision.create({
    data: {
      ...columns,
      proposalId: proposal.id,
      meetingId: item.meetingId,
      itemId: item.id,
      revision: proposal.revision || null,
      recordedById,
      decidedAt: now(),
      conditions: { create: conditions },
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "decision.recorded",
    subject: "decision",
    subjectId: id,
    proposalId: proposal.id,
    meetingId: item.meetingId,
    executive: item.executive,
    data: {
      outcome: settled.outcome,
      method: settled.method,
      ...(item.id !== null && { itemId: item.id }),
      ...(settled.ballotId && { ballotId: settled.ballotId }),
      conditions: conditions.length,
      ownerPersonIds: conditions.flatMap(({ ownerPersonId }) => ownerPersonId ?? []),
      ownerBodyIds: conditions.flatMap(({ ownerBodyId }) => ownerBodyId ?? []),
    },
  });
  return id;
}

/** Carried, never dropped: what the meeting did not answer is said to be unanswered (DOMAIN 4). */
async function leaveQuestions(
  tx: Tx,
  actor: Actor,
  { item, proposal, outcome }: Case,
): Promise<Result<null>> {
  if (!effects[outcome].carriesQuestions) return done(null);
  const open = await tx.question.findMany({
    where: { proposalId: proposal.id, status: "open" },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  for (const { id: questionId } of open) {
    const left = await leaveUnanswered(tx, actor, { questionId, meetingId: item.meetingId });
    if (!left.ok) return left;
  }
  return done(null);
}
