import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { type HeldTicket, holdTicket } from "../facts";
import { ticketMachine } from "../machine";
import { isFinished, type TicketStatus } from "../policy";
import type { moveTicketInput } from "../schema";
import { ticketsVisibleTo } from "../visibility";
import { completeIfLast } from "./complete-if-last";

/**
 * Makes one move of a ticket (DOMAIN 7), with its reason where it needs one. The last ticket that is finished
 * closes its proposal; one that is reopened later leaves the proposal closed.
 */
export async function moveTicket(
  actor: Actor,
  input: z.output<typeof moveTicketInput>,
): Promise<Result<{ number: number; status: TicketStatus; completed: boolean }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    const step = decide(ticketMachine, input.move, actor, ticket.facts);
    if (!step.ok) return step;
    const original =
      input.move === "markDuplicate" ? await originalOf(tx, actor, ticket, input.reason) : null;
    if (original && !original.ok) return original;
    const { to } = step.value;
    const moved = await applyStep(
      tx,
      step.value,
      { id: ticket.id, version: input.version },
      {
        proposalId: ticket.proposalId,
        ticketId: ticket.id,
        executive: ticket.executive,
        set: {
          updatedAt: now(),
          doneAt: to === "done" ? now() : null,
          ...(to === "bounced" && toBoard(ticket)),
        },
        ...(input.reason.trim() !== "" && { reason: input.reason }),
        ...(original && { data: { duplicateOf: original.value } }),
      },
    );
    if (!moved.ok) return moved;
    const last = await closeProposal(tx, ticket, to);
    return last.ok ? done({ number: ticket.number, status: to, completed: last.value.completed }) : last;
  });
}

/** What the infra team sends to the board needs its decision from then on, whatever its type says (DOMAIN 7). */
function toBoard({ facts }: HeldTicket): { bouncedAt: Date; boardGated: boolean } {
  return { bouncedAt: now(), boardGated: facts.boardGated || facts.destination === "infra" };
}

async function closeProposal(
  tx: Tx,
  { proposalId }: HeldTicket,
  to: TicketStatus,
): Promise<Result<{ completed: boolean }>> {
  return proposalId !== null && isFinished(to) ? completeIfLast(tx, proposalId) : done({ completed: false });
}

/** The ticket that another one repeats: it has to be there, and be another. */
async function originalOf(tx: Tx, actor: Actor, ticket: HeldTicket, reason: string): Promise<Result<number>> {
  const number = Number(/\d{1,9}/.exec(reason)?.[0]);
  const where = { number, id: { not: ticket.id }, AND: ticketsVisibleTo(actor) };
  const original = number ? await tx.ticket.findFirst({ where, select: { number: true } }) : null;
  if (original) return done(original.number);
  const message = "Name another ticket that is there by its number, such as ticket#12.";
  return refuse("invalid", message, [{ path: "reason", message }]);
}
