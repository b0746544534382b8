import { Prisma } from "../db/client";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { type Actor, readsExecutive } from "../workflow/actor";

/**
 * The gate through which decisions are read, for a row of "Decision" under the alias d with its "Proposal" left-joined as
 * p: one on an executive item is not there for the public, even where what it decides on is (DOMAIN 5).
 */
export function decisionVisibleSql(actor: Actor): Prisma.Sql {
  const about = Prisma.sql`CASE WHEN d."proposalId" IS NOT NULL THEN ${visibleSql(actor)}
    ELSE EXISTS (SELECT 1 FROM "Ticket" t WHERE t."id" = d."ticketId" AND ${ticketVisibleSql(actor)}) END`;
  if (readsExecutive(actor)) return about;
  return Prisma.sql`(${about} AND NOT EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."id" = d."itemId"
    AND (i."visibility" = 'executive' OR i."section" = 'executive')))`;
}
