import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { done, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { beforeBounce, fromBoard, toBoard } from "./bounced";
import { completeIfLast } from "./commands/complete-if-last";
import { tellUnblocked } from "./dependencies";
import type { HeldTicket } from "./facts";
import { ticketMachine } from "./machine";
import { isFinished, type TicketMove, type TicketStatus } from "./policy";
import { recordOn } from "./ticket-event";
import { readTicketRef } from "./ticket-ref";
import { ticketsVisibleTo } from "./visibility";

export interface WantedMove {
  move: TicketMove;
  /** The one that the person saw; without it the status alone decides. */
  version?: number | undefined;
  reason?: string | undefined;
}

/**
 * Makes one move of a ticket that is held (DOMAIN 7). The last ticket that is finished closes its proposal; tickets that
 * waited for this one alone are told.
 */
export async function moveHeldTicket(
  tx: Tx,
  actor: Actor,
  ticket: HeldTicket,
  { move, version = ticket.version, reason = "" }: WantedMove,
): Promise<Result<{ number: number; status: TicketStatus; completed: boolean }>> {
  const step = decide(ticketMachine, move, actor, ticket.facts);
  if (!step.ok) return step;
  const original = move === "markDuplicate" ? await originalOf(tx, actor, ticket, reason) : null;
  if (original && !original.ok) return original;
  const { to } = step.value;
  const moved = await applyStep(
    tx,
    step.value,
    { id: ticket.id, version },
    {
      proposalId: ticket.proposalId,
      ticketId: ticket.id,
      executive: ticket.executive,
      set: {
        updatedAt: now(),
        doneAt: to === "done" ? now() : null,
        ...(to === "bounced" && toBoard(ticket)),
        ...(move === "takeBack" && (await fromBoard(tx, ticket))),
        ...(original && { duplicateOfId: original.value.id }),
      },
      ...(reason.trim() !== "" && { reason }),
      ...(to === "bounced" && { data: beforeBounce(ticket) }),
      ...(original && { data: { duplicateOf: original.value.number } }),
    },
  );
  if (!moved.ok) return moved;
  if (original)
    await recordOn(tx, actor, original.value, { type: "ticket.repeated", data: { by: ticket.number } });
  if (isFinished(to)) await tellUnblocked(tx, actor, ticket);
  const last = await closeProposal(tx, ticket, to);
  return last.ok ? done({ number: ticket.number, status: to, completed: last.value.completed }) : last;
}

async function closeProposal(
  tx: Tx,
  { proposalId }: HeldTicket,
  to: TicketStatus,
): Promise<Result<{ completed: boolean }>> {
  return proposalId !== null && isFinished(to) ? completeIfLast(tx, proposalId) : done({ completed: false });
}

interface Original {
  id: number;
  number: number;
  proposalId: number | null;
  executive: boolean;
}

/**
 * The ticket that another one repeats: it has to be there, be another, be no duplicate itself, and be seen by whoever sees
 * this one, or the link would tell of it.
 */
async function originalOf(
  tx: Tx,
  actor: Actor,
  ticket: HeldTicket,
  reason: string,
): Promise<Result<Original>> {
  const number = readTicketRef(reason) ?? Number(/\d{1,9}/.exec(reason)?.[0]);
  const where = { number, id: { not: ticket.id }, AND: ticketsVisibleTo(actor) };
  const found = number
    ? await tx.ticket.findFirst({
        where,
        select: {
          id: true,
          number: true,
          proposalId: true,
          duplicateOf: { select: { number: true } },
          proposal: { select: { visibility: true } },
        },
      })
    : null;
  if (!found) return atReason("Name another ticket that is there by its number, such as ticket#12.");
  if (found.duplicateOf) {
    return atReason(
      `T-${found.number} is a duplicate itself: name the ticket that it repeats, T-${found.duplicateOf.number}.`,
    );
  }
  const executive = found.proposal?.visibility === "executive";
  if (executive && !ticket.executive)
    return atReason("Not everybody who sees this ticket may see that one; decline it instead.");
  return done({ id: found.id, number: found.number, proposalId: found.proposalId, executive });
}

function atReason(message: string) {
  return refuse("invalid", message, [{ path: "reason", message }]);
}
