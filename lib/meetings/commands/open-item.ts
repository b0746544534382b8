import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { holdProposal } from "../../proposals/facts";
import { proposalMachine } from "../../proposals/machine";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import type { HeldItem } from "../facts";
import { holdSession } from "../held-session";
import { agendaItemMachine } from "../machine";
import type { itemMoveInput } from "../session-schema";

/** Puts an item before the meeting; a scheduled proposal comes under review with it (DOMAIN 4). */
export async function openItem(
  actor: Actor,
  input: z.output<typeof itemMoveInput>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, input.itemId);
    if (!held.ok) return held;
    const { meeting, item } = held.value;
    const opened = await openHeldItem(tx, actor, { ...item, version: input.version });
    return opened.ok ? done({ date: meeting.date, itemId: item.id }) : opened;
  });
}

/** The same in the caller's transaction, on an item that it holds. */
export async function openHeldItem(tx: Tx, actor: Actor, item: HeldItem): Promise<Result<null>> {
  const step = decide(agendaItemMachine, "open", actor, item.facts);
  if (!step.ok) return step;
  // The proposal first, as everywhere: two deeds on the same rows then wait for each other and never deadlock.
  const reviewed = await review(tx, actor, item);
  if (!reviewed.ok) return reviewed;
  const moved = await applyStep(tx, step.value, item, {
    meetingId: item.meetingId,
    proposalId: item.proposalId,
    ticketId: item.ticketId,
    executive: item.executive,
    set: { openedAt: now() },
  });
  if (!moved.ok) return moved;
  await tx.meeting.update({ where: { id: item.meetingId }, data: { placeItemId: item.id } });
  return done(null);
}

/** A proposal that was decided before, and is reported on again, stays where it is. */
async function review(tx: Tx, actor: Actor, item: HeldItem): Promise<Result<null>> {
  if (item.proposalId === null) return done(null);
  const proposal = await holdProposal(tx, actor, { id: item.proposalId });
  if (!proposal) return notFound("proposal");
  if (!proposalMachine.moves.review.from.some((status) => status === proposal.facts.status))
    return done(null);
  const step = decide(proposalMachine, "review", actor, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId: proposal.id,
    meetingId: item.meetingId,
    executive: item.executive,
    data: { itemId: item.id },
    set: { updatedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}
