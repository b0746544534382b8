import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { HeldProposal } from "../proposals/facts";
import { proposalMachine } from "../proposals/machine";
import { done, type Result } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { holdAgreement, termsOf } from "./negotiation";
import { recordOverride, weighReadiness } from "./readiness-override";
import { slotRequestMachine } from "./slot-machine";
import { writeItem } from "./write-item";

/** What was agreed: the proposal, and the date of the meeting on whose agenda it stands. */
export interface Agreed {
  number: number;
  meeting: string;
  itemId: number;
}

interface Agreement {
  number: number;
  version: number;
  move: "accept" | "accept_counter";
  overrideReason?: string;
  /** Why an officer takes it although it is not ready. A requester gives none: the officer's offer carried it. */
  unreadyReason?: string;
}

/**
 * Both sides agree: in the caller's transaction the proposal is scheduled, its item stands on the agenda with the
 * requester as presenter, their note and an empty outline, and the request is accepted.
 */
export async function agreeOnSlot(tx: Tx, actor: Actor, given: Agreement): Promise<Result<Agreed>> {
  const held = await holdAgreement(tx, actor, given.number);
  if (!held.ok) return held;
  const { proposal, slot, meeting, minutes } = held.value;
  const terms = termsOf(meeting, minutes, given.overrideReason || slot.overrideReason);
  const step = decide(slotRequestMachine, given.move, actor, { ...slot.facts, terms });
  if (!step.ok) return step;
  const unready =
    given.move === "accept_counter"
      ? await weighReadiness(tx, { proposal, meeting, reason: given.unreadyReason ?? "" })
      : done(null);
  if (!unready.ok) return unready;
  const scheduled = await scheduleProposal(tx, actor, { proposal, meeting });
  if (!scheduled.ok) return scheduled;
  const title = await titleOf(tx, proposal.id);
  const override =
    terms.overMinutes > 0 ? { reason: terms.overrideReason, overMinutes: terms.overMinutes } : null;
  const itemId = await writeItem(tx, actor, {
    meeting,
    proposalId: proposal.id,
    slotRequestId: slot.id,
    section: "presentations",
    executive: slot.executive,
    title,
    presenterId: slot.requestedById,
    note: slot.note,
    ...minutes,
    override,
  });
  const moved = await applyStep(
    tx,
    step.value,
    { id: slot.id, version: given.version },
    {
      proposalId: proposal.id,
      meetingId: meeting.id,
      executive: slot.executive,
      data: { ...minutes, meeting: meeting.date, itemId },
      set: { updatedAt: now(), overrideReason: override?.reason ?? null },
    },
  );
  if (!moved.ok) return moved;
  await recordOverride(tx, actor, { proposal, meeting, override: unready.value });
  return done({ number: proposal.number, meeting: meeting.date, itemId });
}

/** Moves a proposal from discussion to its meeting, in the caller's transaction. */
export async function scheduleProposal(
  tx: Tx,
  actor: Actor,
  { proposal, meeting }: { proposal: HeldProposal; meeting: { id: number; date: string } },
): Promise<Result<null>> {
  const step = decide(proposalMachine, "schedule", actor, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId: proposal.id,
    meetingId: meeting.id,
    executive: proposal.visibility === "executive",
    data: { meeting: meeting.date },
    set: { updatedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}

async function titleOf(tx: Tx, proposalId: number): Promise<string> {
  return (await tx.proposal.findUniqueOrThrow({ where: { id: proposalId }, select: { title: true } })).title;
}
