import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdLiveItem, holdOpenSlot } from "../facts";
import { agendaItemMachine } from "../machine";
import { slotRequestMachine } from "../slot-machine";

/**
 * Takes a proposal off its agenda and ends its request for time, where there are any, in the caller's transaction.
 * The proposal's own move is the caller's.
 */
export async function withdrawFromAgenda(
  tx: Tx,
  actor: Actor,
  input: { proposalId: number; reason: string },
): Promise<Result<null>> {
  const item = await withdrawLiveItem(tx, actor, input);
  return item.ok ? lapseOpenSlot(tx, actor, input) : item;
}

async function withdrawLiveItem(
  tx: Tx,
  actor: Actor,
  { proposalId, reason }: { proposalId: number; reason: string },
): Promise<Result<null>> {
  const item = await holdLiveItem(tx, { proposalId });
  if (!item) return done(null);
  const step = decide(agendaItemMachine, "withdraw", actor, item.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, item, {
    proposalId,
    meetingId: item.meetingId,
    executive: item.executive,
    reason,
    set: { closedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}

/** Ends a proposal's request for time, where one is open, in the caller's transaction. */
export async function lapseOpenSlot(
  tx: Tx,
  actor: Actor,
  { proposalId, reason }: { proposalId: number; reason: string },
): Promise<Result<null>> {
  const slot = await holdOpenSlot(tx, { proposalId });
  if (!slot) return done(null);
  const step = decide(slotRequestMachine, "lapse", actor, slot.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, slot, {
    proposalId,
    executive: slot.executive,
    reason,
    set: { updatedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}
