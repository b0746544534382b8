import { Prisma } from "../db/client";
import { ticketVisibleSql } from "../tickets/visibility";
import type { Actor } from "../workflow/actor";

/** Milliseconds, as JavaScript counts them. */
const ms = (column: Prisma.Sql) => Prisma.sql`round(extract(epoch FROM ${column}) * 1000)`;

/**
 * The past of the row "Region" r, as JSON in the shape of `RegionPast`, from the tickets that this actor sees: the past
 * of a hidden ticket is hidden with it (docs/adr/009-readiness-from-what-is-seen.md).
 */
export function pastSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`json_build_object('createdAt', ${ms(Prisma.sql`r."createdAt"`)},
    'editions', (SELECT coalesce(json_agg(json_build_object('capabilityId', d."capabilityId", 'key', k."key",
        'at', ${ms(Prisma.sql`d."at"`)}, 'removed', d."removed", 'definition', d."definition")
        ORDER BY k."position", k."id", d."id"), '[]')
      FROM "CapabilityEdition" d JOIN "Capability" k ON k."id" = d."capabilityId" WHERE k."regionId" = r."id"),
    'spans', (SELECT coalesce(json_agg(json_build_object('capabilityId', s."capabilityId", 'ticketId', s."ticketId",
        'since', ${ms(Prisma.sql`s."since"`)}, 'until', ${ms(Prisma.sql`s."until"`)}) ORDER BY s."id"), '[]')
      FROM "TicketSpan" s JOIN "Capability" k ON k."id" = s."capabilityId" WHERE k."regionId" = r."id"),
    'tickets', (SELECT coalesce(json_agg(json_build_object('id', t."id", 'number', t."number", 'title', t."title",
        'status', t."status", 'createdAt', ${ms(Prisma.sql`t."createdAt"`)}) ORDER BY t."number"), '[]')
      FROM "Ticket" t WHERE ${isOfRegion(actor)}),
    'evidence', (SELECT coalesce(json_agg(json_build_object('id', e."id", 'capabilityId', e."capabilityId",
        'criterion', e."criterion", 'submittedById', e."submittedById", 'judgedById', e."judgedById",
        'validUntil', e."validUntil", 'createdAt', ${ms(Prisma.sql`e."createdAt"`)}) ORDER BY e."id"), '[]')
      FROM "Evidence" e JOIN "Capability" k ON k."id" = e."capabilityId" WHERE k."regionId" = r."id"),
    'incidents', (SELECT coalesce(json_agg(json_build_object('id', i."id", 'number', i."number", 'title', i."title",
        'affected', (SELECT coalesce(json_agg(json_build_object('capabilityId', q."capabilityId",
            'since', ${ms(Prisma.sql`q."since"`)}, 'until', ${ms(Prisma.sql`q."until"`)})), '[]')
          FROM "IncidentCapability" q WHERE q."incidentId" = i."id")) ORDER BY i."id"), '[]')
      FROM "Incident" i WHERE i."regionId" = r."id"),
    'changes', (SELECT coalesce(json_agg(json_build_object('subject', c."subject", 'id', c."subjectId", 'to', c."to",
        'at', ${ms(Prisma.sql`c."at"`)}) ORDER BY c."id"), '[]') FROM (
      SELECT v."id", v."subject", v."subjectId", v."data"->>'to' AS "to", v."at" FROM "Event" v
        WHERE v."regionId" = r."id" AND v."subject" IN ('evidence', 'incident') AND v."data" ? 'to'
      UNION ALL SELECT v."id", v."subject", v."subjectId", v."data"->>'to', v."at"
        FROM "Ticket" t JOIN "Event" v ON v."subject" = 'ticket' AND v."subjectId" = t."id" AND v."data" ? 'to'
        WHERE ${isOfRegion(actor)}) c))`;
}

/** Whether the row "Ticket" t ever counted for a capability of the row "Region" r, and this actor sees it. */
function isOfRegion(actor: Actor): Prisma.Sql {
  return Prisma.sql`t."id" IN (SELECT s."ticketId" FROM "TicketSpan" s JOIN "Capability" k ON k."id" = s."capabilityId"
    WHERE k."regionId" = r."id") AND ${ticketVisibleSql(actor)}`;
}
