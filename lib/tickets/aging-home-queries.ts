import { now } from "../clock";
import { Prisma } from "../db/client";
import { type Actor, isOfficer, personIdOf } from "../workflow/actor";
import { agingDays } from "./aging-days";
import { agedSql, withoutNewsSql } from "./aging-queries";
import { ticketVisibleSql } from "./visibility";

/**
 * Rows for home: to who asked for them, the tickets without news for too long; to the officers, how many stand still at
 * all. Whose move it is reads of it beside that move (waiting-queries.ts).
 */
export function agingRowsSql(actor: Actor): Prisma.Sql {
  const [at, days, own] = [now(), agingDays(), personIdOf(actor) ?? 0];
  return Prisma.sql`
    (SELECT 'no_news' AS "kind", t."number", t."title", NULL::text AS "date", t."updatedAt" AS "at",
        floor(extract(epoch FROM ${at}::timestamptz - t."updatedAt") / 86400)::int::text AS "detail"
      FROM "Ticket" t WHERE t."requesterId" = ${own} AND t."ownerPersonId" IS DISTINCT FROM ${own} AND ${withoutNewsSql(at, days)}
        AND ${ticketVisibleSql(actor)} ORDER BY t."updatedAt" LIMIT 10)
    UNION ALL
    (SELECT 'still', NULL, '', NULL, min(s."at"), count(*)::text FROM (
      SELECT t."updatedAt" AS "at" FROM "Ticket" t WHERE ${isOfficer(actor)} AND ${agedSql(at, days)} LIMIT 1000) s HAVING count(*) > 0)`;
}
