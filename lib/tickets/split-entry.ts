import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { HeldProposal } from "../proposals/facts";
import { record } from "../workflow/events";
import { sourceColumn } from "./held-split";
import type { Person } from "./new-ticket";
import type { Disposition } from "./split-balance";
import type { HeldSource } from "./split-source";

/** How a source was placed. */
export interface Placing {
  source: HeldSource;
  disposition: Disposition;
  ticket: { id: number; number: number } | null;
  /** The answer, or the reason for dropping it. */
  text: string;
  /** Rules of the router that proposed where it goes; why it goes elsewhere. */
  routeRule: string;
  routeReason: string;
}

/** Writes that a source is accounted for, with its event: whom it is told stands in it. */
export async function writeEntry(
  tx: Tx,
  actor: Person,
  proposal: HeldProposal,
  { source, ticket, disposition, text, routeRule, routeReason }: Placing,
): Promise<void> {
  await tx.splitEntry.create({
    data: {
      proposalId: proposal.id,
      ...sourceColumn(source.kind, source.id),
      ...{ disposition, text, routeRule, routeReason },
      ticketId: ticket?.id ?? null,
      byId: actor.personId,
      createdAt: now(),
    },
  });
  const reason = text || routeReason;
  await record(tx, actor, {
    type: "split.placed",
    subject: "proposal",
    subjectId: proposal.id,
    proposalId: proposal.id,
    ticketId: ticket?.id ?? null,
    executive: proposal.visibility === "executive" || source.executive,
    data: {
      source: source.name,
      disposition,
      askers: source.askerIds,
      ...(source.isOfBoard && { ofBoard: true }),
      ...(ticket && { ticket: ticket.number, ...(routeRule && { rule: routeRule }) }),
      ...(reason && { reason }),
    },
  });
}
