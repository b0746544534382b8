import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdLink, recordLink } from "../held-link";
import type { linkTicketInput } from "../schema";

/** Takes a ticket from a capability that it does not serve: it counts there no more. */
export async function unlinkTicket(
  actor: Actor,
  input: z.output<typeof linkTicketInput>,
): Promise<Result<{ region: string; capability: string; ticket: number }>> {
  return transact(async (tx) => {
    const held = await holdLink(tx, actor, input);
    if (!held.ok) return held;
    const { ticket, capability } = held.value;
    const { count } = await tx.ticketCapability.deleteMany({
      where: { ticketId: ticket.id, capabilityId: capability.id },
    });
    if (count === 0) {
      return refuse(
        "conflict",
        `Ticket T-${ticket.number} does not stand under ${capability.name} any more.`,
      );
    }
    await recordLink(tx, actor, { type: "capability.ticket_unlinked", link: held.value });
    return done({ region: capability.region.key, capability: capability.key, ticket: ticket.number });
  });
}
