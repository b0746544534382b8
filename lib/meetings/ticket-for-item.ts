import type { Tx } from "../db/transaction";
import { done, notFound, type Result, refuse } from "../result";
import { holdTicket } from "../tickets/facts";
import type { Actor } from "../workflow/actor";
import { outlineOf } from "./outline";
import type { NewItem } from "./write-item";

/** A ticket that goes before the board, as its agenda item begins with it. */
export interface TicketForItem {
  id: number;
  title: string;
  executive: boolean;
  /** The item on which the board came to no end the time before. */
  carried?: NewItem["carried"];
}

/**
 * The ticket that an item was suggested from (`ticket:12`): with the board, and seen by who places it. What the board
 * did not settle before is carried, and counted; null where the item is about no ticket.
 */
export async function ticketFor(
  tx: Tx,
  actor: Actor,
  { source, proposal }: { source: string; proposal: number | null },
): Promise<Result<TicketForItem | null>> {
  const number = Number(/^ticket:(\d+)$/.exec(source)?.[1]);
  if (!number) return done(null);
  const ticket = await holdTicket(tx, actor, number);
  if (!ticket) return notFound("ticket");
  if (proposal !== null) return refuse("invalid", "An item is about a proposal or about a ticket.");
  if (ticket.facts.status !== "bounced") {
    return refuse("refused", `Ticket ${number} is not with the board any more; look again.`);
  }
  const { title, bouncedAt } = await tx.ticket.findUniqueOrThrow({
    where: { id: ticket.id },
    select: { title: true, bouncedAt: true },
  });
  const before = await tx.agendaItem.findFirst({
    where: {
      ticketId: ticket.id,
      status: "done",
      carriedTo: null,
      createdAt: { gte: bouncedAt ?? new Date(0) },
    },
    orderBy: { id: "desc" },
    select: { id: true, carryCount: true, outline: true },
  });
  return done({
    ...{ id: ticket.id, title: `T-${number}: ${title}`, executive: ticket.executive },
    ...(before && {
      carried: {
        ...{ fromId: before.id, carryCount: before.carryCount + 1 },
        outline: outlineOf(before.outline),
      },
    }),
  });
}
