import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { minutesOf, minutesOver } from "../capacity";
import type { HeldItem, HeldMeeting } from "../facts";
import { agendaItemMachine } from "../machine";
import { outlineOf } from "../outline";
import { writeItem } from "../write-item";

/**
 * Carries an item over to another meeting, in the caller's transaction: the old one is closed as carried, a new one
 * stands there with the same minutes and outline, and the count of carries rises by one, on the proposal too.
 * Where the other agenda is too long with it, the carrying itself is the recorded override. `to` was locked by
 * holdMeeting; its taken minutes are kept true for the next item.
 */
export async function carryItem(
  tx: Tx,
  actor: Actor,
  { item, to, reason }: { item: HeldItem; to: HeldMeeting; reason: string },
): Promise<Result<{ itemId: number }>> {
  const step = decide(agendaItemMachine, "carry", actor, item.facts);
  if (!step.ok) return step;
  if (item.proposalId !== null) {
    await tx.proposal.update({
      where: { id: item.proposalId },
      data: { carryCount: { increment: 1 }, updatedAt: now() },
    });
  }
  const moved = await applyStep(tx, step.value, item, {
    proposalId: item.proposalId,
    ticketId: item.ticketId,
    meetingId: item.meetingId,
    executive: item.executive,
    reason,
    data: { meeting: to.date },
    set: { closedAt: now() },
  });
  if (!moved.ok) return moved;
  const old = await tx.agendaItem.findUniqueOrThrow({
    where: { id: item.id },
    select: {
      section: true,
      outline: true,
      note: true,
      carryCount: true,
      meeting: { select: { date: true } },
    },
  });
  const overMinutes = minutesOver(to, item);
  const itemId = await writeItem(tx, actor, {
    ...{ meeting: to, section: old.section, executive: item.executive, title: item.title },
    proposalId: item.proposalId,
    ticketId: item.ticketId,
    presenterId: item.presenterId,
    note: old.note,
    presentMinutes: item.presentMinutes,
    qaMinutes: item.qaMinutes,
    override:
      overMinutes > 0 ? { reason: `Carried over from ${old.meeting.date}: ${reason}`, overMinutes } : null,
    carried: { fromId: item.id, carryCount: old.carryCount + 1, outline: outlineOf(old.outline) },
  });
  to.takenMinutes += minutesOf(item);
  return done({ itemId });
}
