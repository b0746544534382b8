import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changedBefore } from "../changed-before";
import { type HeldTicket, holdTicket } from "../facts";
import { mayPlan } from "../policy";
import { recordOn } from "../ticket-event";
import type { rerouteTicketInput } from "../work-schema";

/**
 * A request that is too large becomes an initiative, with the reason and the quarter (DOMAIN 9, 15). It stays the same
 * ticket, with its owner, its details, its talk and its history; only where the work is planned changes.
 */
export async function rerouteTicket(
  actor: Actor,
  input: z.output<typeof rerouteTicketInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (!mayPlan(actor, ticket.facts)) {
      return refuse("forbidden", "A ticket is rerouted by those who work on it, while it is open.");
    }
    const refusal = whyNot(ticket);
    if (refusal) return refuse("refused", refusal);
    const { quarter, reason } = input;
    const { count } = await tx.ticket.updateMany({
      where: { id: ticket.id, version: input.version },
      data: { destination: "initiative", quarter, updatedAt: now(), version: { increment: 1 } },
    });
    if (count === 0) return changedBefore;
    await recordOn(tx, actor, ticket, {
      type: "ticket.rerouted",
      data: {
        fromDestination: ticket.facts.destination,
        destination: "initiative",
        ...(quarter && { quarter }),
        reason,
      },
    });
    return done({ number: ticket.number });
  });
}

function whyNot({ facts, parentId }: HeldTicket): string | undefined {
  if (facts.destination === "initiative") return "It is an initiative already.";
  if (facts.status === "draft") return "It is a draft: choose its destination where it is changed.";
  if (facts.status === "bounced") return "It is with the board; decide on that first.";
  return parentId === null
    ? undefined
    : "It is a part of an initiative; take it out of that before it becomes one itself.";
}
