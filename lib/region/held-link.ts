import type { Tx } from "../db/transaction";
import { done, notFound, type Result, refuse } from "../result";
import { type HeldTicket, holdTicket } from "../tickets/facts";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import { type HeldCapability, holdCapability } from "./facts";
import { mayLinkTickets } from "./policy";

export interface HeldLink {
  ticket: HeldTicket;
  capability: HeldCapability;
}

/** A ticket and a capability that this actor may link, or part. */
export async function holdLink(
  tx: Tx,
  actor: Actor,
  named: { region: string; capability: string; ticket: number },
): Promise<Result<HeldLink>> {
  const capability = await holdCapability(tx, named);
  if (!capability) return notFound("capability");
  if (!mayLinkTickets(actor, capability.region)) {
    const message =
      "Tickets are linked by the region’s operators, the infra team, the chair and the secretary.";
    return refuse("forbidden", message);
  }
  const ticket = await holdTicket(tx, actor, named.ticket);
  if (ticket) return done({ ticket, capability });
  const message = `There is no ticket T-${named.ticket}, or it is not public.`;
  return refuse("not_found", message, [{ path: "ticket", message }]);
}

/** The event stands in the history of the region, the ticket and its proposal; hidden where the proposal is. */
export async function recordLink(
  tx: Tx,
  actor: Actor,
  { type, link }: { type: "capability.ticket_linked" | "capability.ticket_unlinked"; link: HeldLink },
): Promise<void> {
  const { ticket, capability } = link;
  await record(tx, actor, {
    type,
    subject: "capability",
    subjectId: capability.id,
    regionId: capability.region.id,
    ticketId: ticket.id,
    proposalId: ticket.proposalId,
    executive: ticket.executive,
    data: { capability: capability.name, number: ticket.number },
  });
}
