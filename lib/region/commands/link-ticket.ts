import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdLink, recordLink } from "../held-link";
import type { linkTicketInput } from "../schema";

/** Says that a ticket serves a capability: from then on its status counts there. */
export async function linkTicket(
  actor: Actor,
  input: z.output<typeof linkTicketInput>,
): Promise<Result<{ region: string; capability: string; ticket: number }>> {
  return transact(async (tx) => {
    const held = await holdLink(tx, actor, input);
    if (!held.ok) return held;
    const { ticket, capability } = held.value;
    // Two at once: the second waits for the first, and then adds nothing.
    const { count } = await tx.ticketCapability.createMany({
      data: [{ ticketId: ticket.id, capabilityId: capability.id }],
      skipDuplicates: true,
    });
    if (count === 0) {
      return refuse("conflict", `Ticket T-${ticket.number} already stands under ${capability.name}.`);
    }
    await recordLink(tx, actor, { type: "capability.ticket_linked", link: held.value });
    return done({ region: capability.region.key, capability: capability.key, ticket: ticket.number });
  });
}
