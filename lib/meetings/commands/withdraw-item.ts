import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { holdProposal } from "../../proposals/facts";
import { proposalMachine } from "../../proposals/machine";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { type HeldItem, holdItem } from "../facts";
import { agendaItemMachine } from "../machine";
import type { withdrawItemInput } from "../schema";

/** Takes an item off its agenda; its proposal goes back to discussion and may ask for time again. */
export async function withdrawItem(
  actor: Actor,
  input: z.output<typeof withdrawItemInput>,
): Promise<Result<{ date: string }>> {
  return transact(async (tx) => {
    const item = await holdItem(tx, actor, { id: input.itemId });
    if (!item) return notFound("agenda item");
    const { reason, version } = input;
    const removed = await removeItem(tx, actor, { item: { ...item, version }, reason });
    if (!removed.ok) return removed;
    const meeting = await tx.meeting.findUniqueOrThrow({
      where: { id: item.meetingId },
      select: { date: true },
    });
    return done({ date: meeting.date });
  });
}

/** The same in the caller's transaction. */
export async function removeItem(
  tx: Tx,
  actor: Actor,
  { item, reason }: { item: HeldItem; reason: string },
): Promise<Result<null>> {
  // The proposal first, as everywhere: two deeds on the same rows then wait for each other and never deadlock.
  const returned = item.proposalId === null ? done(null) : await returnProposal(tx, actor, item, reason);
  if (!returned.ok) return returned;
  const step = decide(agendaItemMachine, "withdraw", actor, item.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, item, {
    proposalId: item.proposalId,
    meetingId: item.meetingId,
    executive: item.executive,
    reason,
    set: { closedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}

async function returnProposal(tx: Tx, actor: Actor, item: HeldItem, reason: string): Promise<Result<null>> {
  const proposal = item.proposalId === null ? null : await holdProposal(tx, actor, { id: item.proposalId });
  if (!proposal) return notFound("proposal");
  const step = decide(proposalMachine, "unschedule", actor, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId: proposal.id,
    meetingId: item.meetingId,
    executive: item.executive,
    reason,
    set: { updatedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}
