import type { Tx } from "../db/transaction";
import { notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { type HeldTicket, holdTicket } from "./facts";
import { mayAdjust } from "./policy";

export const mostItems = 100;

export interface HeldItem {
  id: number;
  position: number;
  text: string;
  doneAt: Date | null;
}

/** A ticket whose checklist this actor may change, held until the transaction ends, with its items in order. */
export async function holdChecklist(
  tx: Tx,
  actor: Actor,
  number: number,
): Promise<Result<{ ticket: HeldTicket; items: HeldItem[] }>> {
  const ticket = await holdTicket(tx, actor, number);
  if (!ticket) return notFound("ticket");
  if (!mayAdjust(actor, ticket.facts)) {
    return refuse(
      "forbidden",
      "The checklist is kept by who asked for the ticket, owns it or works on it, while it is open.",
    );
  }
  await tx.$queryRaw`SELECT 1 AS held FROM "Ticket" WHERE "id" = ${ticket.id} FOR NO KEY UPDATE`;
  const items = await tx.checklistItem.findMany({
    where: { ticketId: ticket.id },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, position: true, text: true, doneAt: true },
  });
  return { ok: true, value: { ticket, items } };
}

export const itemGone = refuse("conflict", "Somebody took this item away before you.");
