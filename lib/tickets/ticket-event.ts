import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";

/** What places an event in a ticket's history. */
export interface OnTicket {
  id: number;
  proposalId: number | null;
  executive: boolean;
}

/** Writes what happened to a ticket, where its history shows it. */
export async function recordOn(
  tx: Tx,
  actor: Actor,
  ticket: OnTicket,
  event: { type: string; data?: Prisma.InputJsonObject; sourceKey?: string },
): Promise<bigint> {
  return record(tx, actor, {
    ...event,
    subject: "ticket",
    subjectId: ticket.id,
    ticketId: ticket.id,
    proposalId: ticket.proposalId,
    executive: ticket.executive,
  });
}
