import type { Tx } from "../db/transaction";
import { notFound, type Result } from "../result";
import type { Actor } from "../workflow/actor";
import { type HeldTicket, holdTicket } from "./facts";
import { ticketsVisibleTo } from "./visibility";

export interface HeldBundle {
  id: number;
  title: string;
  version: number;
  proposalId: number | null;
  executive: boolean;
  tickets: HeldTicket[];
}

/** A bundle with its tickets, the lowest number first, if this actor may see them all. */
export async function holdBundle(tx: Tx, actor: Actor, id: number): Promise<Result<HeldBundle>> {
  await tx.$queryRaw`SELECT 1 AS held FROM "TicketBundle" WHERE "id" = ${id} FOR NO KEY UPDATE`;
  const bundle = await tx.ticketBundle.findFirst({
    where: { id, tickets: { every: ticketsVisibleTo(actor) } },
    select: {
      id: true,
      title: true,
      version: true,
      proposalId: true,
      proposal: { select: { visibility: true } },
      tickets: { orderBy: { number: "asc" }, select: { number: true } },
    },
  });
  if (!bundle) return notFound("bundle");
  const tickets: HeldTicket[] = [];
  for (const { number } of bundle.tickets) {
    const ticket = await holdTicket(tx, actor, number);
    if (ticket) tickets.push(ticket);
  }
  const { proposal, ...rest } = bundle;
  return { ok: true, value: { ...rest, executive: proposal?.visibility === "executive", tickets } };
}
