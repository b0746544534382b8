import { Prisma } from "../db/client";
import { visibleSql } from "../proposals/visibility";
import { type Actor, readsExecutive } from "../workflow/actor";

/**
 * The gate through which decisions are read, for a row of "Decision" under the alias d with its "Proposal" joined as p:
 * one on an executive item is not there for the public, even where its proposal is (DOMAIN 5).
 */
export function decisionVisibleSql(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return visibleSql(actor);
  return Prisma.sql`(${visibleSql(actor)} AND NOT EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."id" = d."itemId"
    AND (i."visibility" = 'executive' OR i."section" = 'executive')))`;
}
