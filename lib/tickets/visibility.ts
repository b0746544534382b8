import { Prisma } from "../db/client";
import { visibleSql, visibleTo } from "../proposals/visibility";
import type { Actor } from "../workflow/actor";

/** A ticket is seen by whoever sees the proposal it came from; one that stands alone is everybody's (DOMAIN 5). */
export function ticketsVisibleTo(actor: Actor): Prisma.TicketWhereInput {
  if (actor.kind === "system") return {};
  return { OR: [{ proposalId: null }, { proposal: visibleTo(actor) }] };
}

/**
 * The same as SQL, for a row of "Ticket" under the alias t. Not as EXISTS: the database would gather every proposal that
 * the actor sees before it looks at the first ticket of a list.
 */
export function ticketVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  return Prisma.sql`coalesce((SELECT ${visibleSql(actor)} FROM "Proposal" p WHERE p."id" = t."proposalId"), true)`;
}
