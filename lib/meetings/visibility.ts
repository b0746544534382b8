import { Prisma } from "../db/client";
import { writtenBySql } from "../proposals/visibility";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";

/**
 * The gate through which agenda items are read, for a row of "AgendaItem" under the alias i with its "Proposal"
 * left-joined as p; `mayReadItem` in policy.ts says the same of one item, and a test holds the two together.
 */
export function itemVisibleSql(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return Prisma.sql`true`;
  const own = personIdOf(actor);
  const publicProposal = Prisma.sql`(p."id" IS NULL OR p."visibility" = 'public')`;
  const published = Prisma.sql`(i."visibility" = 'public' AND ${publicProposal})`;
  if (own === null) return published;
  return Prisma.sql`(${published} OR ${writtenBySql(own)} OR (i."presenterId" = ${own} AND ${publicProposal}))`;
}

/**
 * What was said in an executive item is for those who read the executive session alone: its author and its presenter
 * know of the item, and not what the board said about it. For a row of "AgendaItem" i with its "Proposal" p.
 */
export function linesVisibleSql(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return Prisma.sql`true`;
  return Prisma.sql`(i."visibility" = 'public' AND (p."id" IS NULL OR p."visibility" = 'public'))`;
}
