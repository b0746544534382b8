import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { minutesBefore, recordApproval } from "../approve-minutes";
import type { HeldItem } from "../facts";
import { holdSession } from "../held-session";
import { agendaItemMachine } from "../machine";
import type { closeItemInput, itemMoveInput } from "../session-schema";
import { settleQuestions } from "./settle-questions";

/**
 * Ends the talk about an item. Without a decision it becomes “no decision” when the meeting is adjourned. Questions that
 * were asked in it are left without an answer, on the record, unless told otherwise.
 */
export async function closeItem(
  actor: Actor,
  input: z.output<typeof itemMoveInput> & Partial<z.output<typeof closeItemInput>>,
): Promise<Result<{ date: string; itemId: number }>> {
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, input.itemId);
    if (!held.ok) return held;
    const { meeting, item } = held.value;
    const closed = await closeHeldItem(tx, actor, { ...item, version: input.version });
    if (!closed.ok) return closed;
    const settled = input.questions
      ? await settleQuestions(tx, actor, { meeting, item }, input.questions)
      : done(null);
    return settled.ok ? done({ date: meeting.date, itemId: item.id }) : settled;
  });
}

/** The same in the caller's transaction, on an item that it holds; its questions stay as they are. */
export async function closeHeldItem(tx: Tx, actor: Actor, item: HeldItem): Promise<Result<null>> {
  const step = decide(agendaItemMachine, "close", actor, item.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, item, {
    meetingId: item.meetingId,
    proposalId: item.proposalId,
    ticketId: item.ticketId,
    executive: item.executive,
    set: { closedAt: now() },
  });
  if (!moved.ok) return moved;
  await approveAdopted(tx, actor, item.id);
  return done(null);
}

/** An item about earlier minutes that ends with an AGREED approves them. */
async function approveAdopted(tx: Tx, actor: Actor, itemId: number): Promise<void> {
  const approving = await minutesBefore(tx, itemId);
  const agreed =
    approving &&
    (await tx.minuteLine.findFirst({
      where: { itemId, kind: "agreed", struckAt: null },
      select: { id: true },
    }));
  if (approving && agreed) await recordApproval(tx, actor, approving);
}
