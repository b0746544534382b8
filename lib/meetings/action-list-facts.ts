import { Prisma } from "../db/client";
import type { Actor } from "../workflow/actor";
import { itemVisibleSql } from "./visibility";

/** Whose meetings they are: the series' body, or the board's where a meeting was set by hand. */
export const bodyOfMeetingSql = (meeting: Prisma.Sql) => Prisma.sql`coalesce(
  (SELECT s."bodyId" FROM "MeetingSeries" s WHERE s."id" = ${meeting}."seriesId"),
  (SELECT b."id" FROM "Body" b WHERE b."kind" = 'board' ORDER BY b."id" LIMIT 1))`;

/** What accounts for an ACTION, under the alias l of its line: entries of the split, and the draft that was made of it. */
const accountsSql = Prisma.sql`(SELECT z."disposition"::text AS "disposition", z."ticketId", z."createdAt"
    FROM "SplitEntry" z WHERE z."minuteLineId" = l."id"
  UNION ALL SELECT 'ticketed', l."ticketId", l."createdAt" WHERE l."ticketId" IS NOT NULL)`;

const closed = Prisma.sql`t."status" IN ('done', 'declined', 'duplicate')`;

const ticketsSql = Prisma.sql`(SELECT json_agg(json_build_object('number', t."number", 'title', t."title",
    'status', t."status") ORDER BY t."number")
  FROM (SELECT DISTINCT z."ticketId" FROM ${accountsSql} z) z JOIN "Ticket" t ON t."id" = z."ticketId")`;

/** How the split accounts for it: null where it does not; with tickets, when the last of them was closed. */
const splitSql = Prisma.sql`(SELECT json_build_object(
    'status', CASE
      WHEN bool_or(z."disposition" = 'dropped') THEN 'dropped'
      WHEN bool_and(z."disposition" = 'answered' OR ${closed}) THEN 'done'
      ELSE 'open' END,
    'at', max(CASE WHEN z."disposition" = 'ticketed' THEN coalesce(t."doneAt", t."updatedAt") ELSE z."createdAt" END))
  FROM ${accountsSql} z LEFT JOIN "Ticket" t ON t."id" = z."ticketId" HAVING count(*) > 0)`;

const reportsSql = Prisma.sql`(SELECT json_agg(json_build_object('status', r."status", 'note', r."note",
    'at', r."createdAt", 'by', json_build_object('handle', w."handle", 'name', w."name")) ORDER BY r."id" DESC)
  FROM "ActionReport" r JOIN "Person" w ON w."id" = r."byId" WHERE r."actionId" = l."id")`;

/**
 * Every ACTION of a meeting that is over, as this actor may see it, with who does it now and what was said of it.
 * `where` narrows it; it may use l, i, m, p, c and who (the present owner's ids).
 */
export function actionsSql(actor: Actor, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT l."id", l."text", l."kind", m."date", m."title" AS "meeting", m."startsAt", m."adjournedAt", m."minutesStatus",
      ${bodyOfMeetingSql(Prisma.sql`m`)} AS "bodyId", i."title" AS "item", p."number" AS "proposal",
      (i."visibility" = 'executive' OR p."visibility" = 'executive') IS TRUE AS "executive",
      coalesce(c."status"::text, 'open') AS "status", coalesce(c."version", 0) AS "version", c."settledAt",
      coalesce(c."dueOn", l."dueOn") AS "dueOn", who."personId" AS "ownerPersonId", who."bodyId" AS "ownerBodyId",
      CASE WHEN op."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', op."handle", 'name', op."name")
        WHEN ob."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', ob."handle", 'name', ob."name") END AS "owner",
      (op."disabledAt" IS NOT NULL OR (EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = op."id" AND g."until" IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = op."id" AND g."until" IS NULL))) IS TRUE AS "ownerLeft",
      ${ticketsSql} AS "tickets", ${splitSql} AS "split", ${reportsSql} AS "reports"
    FROM "MinuteLine" l
    JOIN "AgendaItem" i ON i."id" = l."itemId" JOIN "Meeting" m ON m."id" = l."meetingId"
    LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
    LEFT JOIN "CarriedAction" c ON c."id" = l."id"
    CROSS JOIN LATERAL (SELECT
      CASE WHEN num_nonnulls(c."ownerPersonId", c."ownerBodyId") > 0 THEN c."ownerPersonId" ELSE l."ownerPersonId" END AS "personId",
      CASE WHEN num_nonnulls(c."ownerPersonId", c."ownerBodyId") > 0 THEN c."ownerBodyId" ELSE l."ownerBodyId" END AS "bodyId") who
    LEFT JOIN "Person" op ON op."id" = who."personId" LEFT JOIN "Body" ob ON ob."id" = who."bodyId"
    WHERE l."kind" = 'action' AND l."struckAt" IS NULL AND m."status" = 'adjourned' AND ${itemVisibleSql(actor)} AND ${where}`;
}

/** Not done and not dropped, by its reports; by its tickets and the split, where they account for it. */
export const unsettledSql = Prisma.sql`(c."status" IS NULL OR c."status" NOT IN ('done', 'dropped'))
  AND (NOT EXISTS (SELECT 1 FROM ${accountsSql} z)
    OR EXISTS (SELECT 1 FROM ${accountsSql} z JOIN "Ticket" t ON t."id" = z."ticketId" WHERE NOT ${closed}))`;

/** Nothing but its reports speaks for it. */
export const unaccountedSql = Prisma.sql`NOT EXISTS (SELECT 1 FROM ${accountsSql} z)`;
