import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { completeIfLast } from "../../tickets/commands/complete-if-last";
import { type HeldTicket, holdTicket } from "../../tickets/facts";
import { ticketMachine } from "../../tickets/machine";
import type { TicketMove } from "../../tickets/policy";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { record } from "../../workflow/events";
import { decide } from "../../workflow/machine";
import type { Outcome } from "../effects";
import type { Decided, Settled } from "./settle-item";

type Person = Extract<Actor, { kind: "person" }>;

/**
 * What the board decided on a ticket that was bounced to it leads the ticket on: approved, it goes back to who works on
 * it; declined, it is declined; else it stays with the board, and is suggested for the next agenda.
 */
export async function settleTicket(
  tx: Tx,
  actor: Person,
  item: Decided & { ticketId: number },
  settled: Settled,
): Promise<Result<{ decisionId: number }>> {
  const fault = whatIsWrong(settled);
  if (fault) return refuse("invalid", fault.message, [fault]);
  const earlier = item.id !== null && { itemId: item.id };
  if (earlier && (await tx.decision.findFirst({ where: earlier, select: { id: true } }))) {
    return refuse("conflict", "A decision is already recorded for this item.");
  }
  const { number } = await tx.ticket.findUniqueOrThrow({
    where: { id: item.ticketId },
    select: { number: true },
  });
  const ticket = await holdTicket(tx, actor, number);
  if (!ticket) return notFound("ticket");
  if (ticket.facts.status !== "bounced") {
    return refuse("refused", `Ticket ${number} is not with the board any more: nothing is left to decide.`);
  }
  const decisionId = await write(tx, actor, item, settled);
  const led = await lead(tx, actor, { item, number, settled, decisionId });
  return led.ok ? done({ decisionId }) : led;
}

function whatIsWrong({ outcome, conditions }: Settled): { path: string; message: string } | undefined {
  if (outcome === "redirected") {
    const message = "A ticket is approved, declined, or stays with the board; only a proposal is redirected.";
    return { path: "outcome", message };
  }
  if (conditions.length === 0) return undefined;
  const message = "A ticket has no split that would account for conditions; write them into the decision.";
  return { path: "conditions.0.text", message };
}

async function write(
  tx: Tx,
  actor: Person,
  item: Decided & { ticketId: number },
  settled: Settled,
): Promise<number> {
  const { conditions: _none, ...columns } = settled;
  const { ticketId, meetingId, executive } = item;
  const { id } = await tx.decision.create({
    data: {
      ...columns,
      ...{ ticketId, meetingId, itemId: item.id },
      recordedById: actor.personId,
      decidedAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "decision.recorded",
    subject: "decision",
    subjectId: id,
    ...{ ticketId, meetingId, executive },
    data: {
      ...{ outcome: settled.outcome, method: settled.method },
      ...(item.id !== null && { itemId: item.id }),
    },
  });
  return id;
}

const leads: Partial<Record<Outcome, TicketMove>> = {
  approved: "returnFromBoard",
  declined: "declineByBoard",
};

interface Led {
  item: Decided;
  number: number;
  settled: Settled;
  decisionId: number;
}

async function lead(
  tx: Tx,
  actor: Actor,
  { item, number, settled, decisionId }: Led,
): Promise<Result<unknown>> {
  const name = leads[settled.outcome];
  if (!name) return done(null);
  // Weighed on the decision that was just written.
  const ticket = await holdTicket(tx, actor, number);
  if (!ticket) return notFound("ticket");
  const step = decide(ticketMachine, name, actor, ticket.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, ticket, {
    proposalId: ticket.proposalId,
    ticketId: ticket.id,
    meetingId: item.meetingId,
    executive: ticket.executive || item.executive,
    data: { decisionId, outcome: settled.outcome },
    ...(!item.executive && { reason: settled.text }),
    set: { updatedAt: now() },
  });
  return moved.ok ? closeIfLast(tx, ticket) : moved;
}

async function closeIfLast(tx: Tx, { proposalId }: HeldTicket): Promise<Result<unknown>> {
  return proposalId === null ? done(null) : completeIfLast(tx, proposalId);
}
