import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { thePublic } from "../workflow/actor";

/** What this portal has for the parameters of paths that begin so; the longest beginning counts. */
export type Samples = readonly { under: string; values: Readonly<Record<string, string | null>> }[];

const open = Prisma.sql`WHERE ${visibleSql(thePublic)}`;

/**
 * Public things of this portal, for examples that can be run as they stand: the first of each kind, in one query of
 * index look-ups. What it has nothing of stays null.
 */
export async function findSamples(): Promise<Samples> {
  const [row] = await readRows<Record<string, string | null>>(Prisma.sql`
    SELECT coalesce(q."number", (SELECT p."number" FROM "Proposal" p ${open} ORDER BY p."id" LIMIT 1))::text AS "proposal",
      q."question"::text AS "question", c."number"::text AS "commented", c."id"::text AS "comment",
      r."number"::text AS "revised", t."number"::text AS "ticket", tc."number"::text AS "onTicket", tc."id"::text AS "ticketComment", l."date" AS "held", l."id"::text AS "line",
      (SELECT i."id" FROM "AgendaItem" i WHERE i."visibility" = 'public' ORDER BY i."id" LIMIT 1)::text AS "item",
      (SELECT a."id" FROM "MinuteLine" a JOIN "AgendaItem" i ON i."id" = a."itemId"
        WHERE a."kind" = 'action' AND i."visibility" = 'public' ORDER BY a."id" LIMIT 1)::text AS "action",
      (SELECT d."id" FROM "Decision" d JOIN "Proposal" p ON p."id" = d."proposalId" ${open}
        AND d."outcome" = 'approved' ORDER BY d."id" LIMIT 1)::text AS "decision",
      (SELECT g."key" FROM "Region" g ORDER BY g."id" LIMIT 1) AS "region",
      (SELECT k."key" FROM "Capability" k ORDER BY k."regionId", k."id" LIMIT 1) AS "capability",
      coalesce((SELECT u."key" FROM "RoutingRule" u ORDER BY u."id" LIMIT 1), 'board-decides') AS "rule",
      (SELECT p."number" FROM "Proposal" p ${open} AND p."status" = 'discussion' ORDER BY p."id" LIMIT 1)::text AS "talked",
      (SELECT s."key" FROM "MeetingSeries" s ORDER BY s."id" LIMIT 1) AS "series",
      (SELECT b."handle" FROM "Body" b WHERE b."kind" = 'sig' ORDER BY b."id" LIMIT 1) AS "sig",
      (SELECT o."handle" FROM "Person" o WHERE NOT o."isPlaceholder" ORDER BY o."id" LIMIT 1) AS "person",
      (SELECT o."handle" FROM "Person" o WHERE NOT o."isPlaceholder" ORDER BY o."id" DESC LIMIT 1) AS "newcomer"
    FROM (SELECT 1) one
      LEFT JOIN LATERAL (SELECT p."number", q."number" AS "question" FROM "Question" q
        JOIN "Proposal" p ON p."id" = q."proposalId" ${open} ORDER BY q."id" LIMIT 1) q ON true
      LEFT JOIN LATERAL (SELECT p."number", c."id" FROM "Comment" c JOIN "Proposal" p ON p."id" = c."proposalId" ${open}
        AND c."visibility" = 'public' ORDER BY c."id" LIMIT 1) c ON true
      LEFT JOIN LATERAL (SELECT p."number" FROM "ProposalRevision" v JOIN "Proposal" p ON p."id" = v."proposalId" ${open}
        AND v."number" = 2 ORDER BY v."id" LIMIT 1) r ON true
      LEFT JOIN LATERAL (SELECT t."number" FROM "Ticket" t
        WHERE t."status" <> 'draft' AND ${ticketVisibleSql(thePublic)} ORDER BY t."id" LIMIT 1) t ON true
      LEFT JOIN LATERAL (SELECT t."number", c."id" FROM "Comment" c JOIN "Ticket" t ON t."id" = c."ticketId"
        WHERE t."status" <> 'draft' AND c."visibility" = 'public' AND ${ticketVisibleSql(thePublic)} ORDER BY c."id" LIMIT 1) tc ON true
      LEFT JOIN LATERAL (SELECT m."date", l."id" FROM "MinuteLine" l JOIN "Meeting" m ON m."id" = l."meetingId"
        JOIN "AgendaItem" i ON i."id" = l."itemId"
        WHERE m."minutesStatus" = 'published' AND i."visibility" = 'public' ORDER BY l."id" LIMIT 1) l ON true`);
  const of = (name: string) => row?.[name] ?? null;
  return [
    { under: "/proposals", values: { number: of("proposal"), question: of("question") } },
    {
      under: "/proposals/{number}/comments",
      values: { number: of("commented"), comment: of("comment") },
    },
    { under: "/proposals/{number}/revisions", values: { number: of("revised"), revision: "2" } },
    { under: "/proposals/{number}/readiness", values: { number: of("talked") } },
    { under: "/slot-requests", values: { number: of("proposal") } },
    { under: "/tickets", values: { number: of("ticket") } },
    {
      under: "/tickets/{number}/comments",
      values: { number: of("onTicket"), comment: of("ticketComment") },
    },
    { under: "/request-types", values: { key: "dns_record" } },
    { under: "/routing-rules", values: { key: of("rule") } },
    { under: "/meetings", values: { date: of("held"), lineId: of("line") } },
    { under: "/items", values: { itemId: of("item") } },
    { under: "/decisions", values: { id: of("decision") } },
    { under: "/actions", values: { lineId: of("action") } },
    { under: "/regions", values: { key: of("region"), capability: of("capability") } },
    { under: "/series", values: { key: of("series"), series: of("series") } },
    { under: "/sigs", values: { handle: of("sig") } },
    { under: "/bodies", values: { handle: of("sig") } },
    { under: "/people", values: { handle: of("person") } },
    { under: "/region-roles", values: { person: of("newcomer") } },
    { under: "/role-holders", values: { person: of("newcomer") } },
  ];
}
