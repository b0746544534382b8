import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import { commentVisibleSql } from "../discussion/visibility";
import { linesVisibleSql } from "../meetings/visibility";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";
import { around, type ProvenanceGraph, type ProvenanceNode } from "./graph";
import { type StoryRows, storyOf } from "./story";

/** What a provenance can be asked of: a ticket and a proposal by number, a capability as `stream.hosts`, the rest by id. */
export const startKinds = ["proposal", "decision", "ticket", "capability", "line", "host"] as const;
export type StartKind = (typeof startKinds)[number];

export interface Provenance extends ProvenanceGraph {
  start: ProvenanceNode;
}

interface Place {
  startId: number | null;
  proposalIds: number[];
  ticketIds: number[];
}

/**
 * All that led to a thing and all that it led to, as far as this reader may see it: two questions to the database. Null
 * where there is no such thing, or not for them.
 */
export async function findProvenance(
  actor: Actor,
  kind: StartKind,
  id: string | number,
): Promise<Provenance | null> {
  const number = Number(id);
  if (kind !== "capability" && !isRowNumber(number)) return null;
  const where = kind === "capability" ? capabilitySql(String(id)) : starts[kind](number);
  const [place] = await db.$queryRaw<Place[]>(where);
  if (!place?.startId) return null;
  const [row] = await readRows<{ story: StoryRows }>(storySql(actor, place));
  if (!row) return null;
  const graph = around(storyOf(row.story), `${kind}:${place.startId}`);
  const start = graph.nodes.find(({ key }) => key === `${kind}:${place.startId}`);
  return start ? { ...graph, start } : null;
}

/** Which proposals and tickets belong to the story of each kind of thing. Who may see them is asked by the story. */
const starts: Record<Exclude<StartKind, "capability">, (id: number) => Prisma.Sql> = {
  proposal: (number) =>
    placeSql(
      Prisma.sql`SELECT p."id" AS "start", p."id" AS "proposal", NULL::int AS "ticket" FROM "Proposal" p WHERE p."number" = ${number}`,
    ),
  decision: (id) =>
    placeSql(Prisma.sql`SELECT d."id" AS "start", coalesce(d."proposalId", t."proposalId") AS "proposal", d."ticketId" AS "ticket"
      FROM "Decision" d LEFT JOIN "Ticket" t ON t."id" = d."ticketId" WHERE d."id" = ${id}`),
  ticket: (number) =>
    placeSql(
      Prisma.sql`SELECT t."id" AS "start", t."proposalId" AS "proposal", t."id" AS "ticket" FROM "Ticket" t WHERE t."number" = ${number}`,
    ),
  line: (id) =>
    placeSql(Prisma.sql`SELECT l."id" AS "start", coalesce(i."proposalId", t."proposalId") AS "proposal", i."ticketId" AS "ticket"
      FROM "MinuteLine" l JOIN "AgendaItem" i ON i."id" = l."itemId" LEFT JOIN "Ticket" t ON t."id" = i."ticketId" WHERE l."id" = ${id}`),
  // Hosts stand together under the request that brought them, and are known by it.
  host: (id) =>
    placeSql(Prisma.sql`SELECT t."id" AS "start", t."proposalId" AS "proposal", t."id" AS "ticket"
      FROM "Host" h JOIN "Ticket" t ON t."id" = h."ticketId" WHERE h."id" = ${id}`),
};

function capabilitySql(name: string): Prisma.Sql {
  return placeSql(Prisma.sql`SELECT c."id" AS "start", t."proposalId" AS "proposal", t."id" AS "ticket"
    FROM "Region" g JOIN "Capability" c ON c."regionId" = g."id" LEFT JOIN "TicketCapability" k ON k."capabilityId" = c."id"
      LEFT JOIN "Ticket" t ON t."id" = k."ticketId"
    WHERE g."key" || '.' || c."key" = ${name} ORDER BY t."id" LIMIT 200`);
}

function isRowNumber(id: number): boolean {
  return Number.isInteger(id) && id > 0 && id <= 2_147_483_647;
}

function placeSql(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT min(x."start") AS "startId",
      coalesce(array_agg(DISTINCT x."proposal") FILTER (WHERE x."proposal" IS NOT NULL), '{}') AS "proposalIds",
      coalesce(array_agg(DISTINCT x."ticket") FILTER (WHERE x."ticket" IS NOT NULL), '{}') AS "ticketIds"
    FROM (${rows}) x`;
}

/** Every row of the story, each through its own gate. */
function storySql(actor: Actor, { proposalIds, ticketIds }: Place): Prisma.Sql {
  return Prisma.sql`
    WITH pp AS MATERIALIZED (
      SELECT p."id", p."number", p."title", p."visibility", p."authorId" FROM "Proposal" p WHERE p."id" = ANY(${proposalIds}) AND ${visibleSql(actor)}
    ), tt AS MATERIALIZED (
      SELECT t."id", t."number", t."title", t."destination", t."proposalId" FROM "Ticket" t
      WHERE (t."id" = ANY(${ticketIds}) OR t."proposalId" IN (SELECT "id" FROM pp)) AND ${ticketVisibleSql(actor)}
    ), dd AS MATERIALIZED (
      SELECT d.*, m."date" FROM "Decision" d LEFT JOIN "Meeting" m ON m."id" = d."meetingId" LEFT JOIN "AgendaItem" i ON i."id" = d."itemId"
      WHERE (d."proposalId" IN (SELECT "id" FROM pp) OR d."ticketId" IN (SELECT "id" FROM tt)) AND ${decisionReadable(actor)}
    ), ss AS MATERIALIZED (${sourcesSql(actor)}
    ), cc AS MATERIALIZED (
      SELECT c."id", c."key", c."name", g."key" AS "region", k."ticketId" FROM tt JOIN "TicketCapability" k ON k."ticketId" = tt."id"
        JOIN "Capability" c ON c."id" = k."capabilityId" JOIN "Region" g ON g."id" = c."regionId"
    )
    SELECT json_build_object(
      'proposals', (SELECT coalesce(json_agg(json_build_object('id', "id", 'number', "number", 'title', "title") ORDER BY "id"), '[]') FROM pp),
      'comments', (SELECT coalesce(json_agg(json_build_object('id', c."id", 'proposal', pp."number", 'by', w."name", 'text', left(c."markdown", 300)) ORDER BY c."id"), '[]')
        FROM "Comment" c JOIN pp ON pp."id" = c."proposalId" JOIN "Person" w ON w."id" = c."authorId"
        WHERE ${commentVisibleSql(actor)} AND (EXISTS (SELECT 1 FROM "Question" q WHERE q."commentId" = c."id")
          OR EXISTS (SELECT 1 FROM "FollowUp" f WHERE f."commentId" = c."id" AND f."unmarkedAt" IS NULL))),
      'questions', (SELECT coalesce(json_agg(json_build_object('id', q."id", 'proposal', pp."number", 'proposalId', pp."id", 'number', q."number",
          'text', q."text", 'commentId', q."commentId") ORDER BY q."id"), '[]') FROM "Question" q JOIN pp ON pp."id" = q."proposalId"),
      'lines', (SELECT coalesce(json_agg(json_build_object('id', l."id", 'date', m."date", 'itemId', l."itemId", 'kind', l."kind", 'text', l."text",
          'decisionId', CASE WHEN l."kind" IN ('agreed', 'motion', 'vote') THEN (SELECT dd."id" FROM dd WHERE dd."itemId" = l."itemId" ORDER BY dd."id" LIMIT 1) END,
          'questionId', l."questionId") ORDER BY l."id"), '[]')
        FROM "MinuteLine" l JOIN "AgendaItem" i ON i."id" = l."itemId" JOIN "Meeting" m ON m."id" = l."meetingId" LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
        WHERE (i."proposalId" IN (SELECT "id" FROM pp) OR i."ticketId" IN (SELECT "id" FROM tt)) AND ${linesVisibleSql(actor)}
          AND (l."kind" IN ('agreed', 'motion', 'vote') OR l."questionId" IS NOT NULL)),
      'decisions', (SELECT coalesce(json_agg(json_build_object('id', dd."id", 'proposalId', dd."proposalId", 'ticketId', dd."ticketId",
          'proposal', (SELECT "number" FROM pp WHERE pp."id" = dd."proposalId"), 'ticket', (SELECT "number" FROM tt WHERE tt."id" = dd."ticketId"),
          'date', dd."date", 'outcome', dd."outcome", 'text', dd."text", 'splits', dd."outcome" IN ('approved', 'redirected')) ORDER BY dd."id" DESC), '[]') FROM dd),
      'sources', (SELECT coalesce(json_agg(json_build_object('kind', ss."kind", 'id', ss."id", 'number', ss."number", 'text', ss."text",
          'proposal', pp."number", 'proposalId', pp."id", 'decisionId', ss."decisionId", 'commentId', ss."commentId") ORDER BY ss."place", ss."id"), '[]')
        FROM ss JOIN pp ON pp."id" = ss."proposalId"),
      'entries', (SELECT coalesce(json_agg(json_build_object('id', e."id", 'kind', ss."kind", 'sourceId', ss."id", 'proposal', pp."number",
          'disposition', e."disposition", 'text', e."text", 'ticketId', e."ticketId") ORDER BY e."id"), '[]')
        FROM "SplitEntry" e JOIN pp ON pp."id" = e."proposalId" JOIN ss ON ss."proposalId" = pp."id" AND ss."id" = CASE ss."kind"
          WHEN 'ask' THEN e."askId" WHEN 'question' THEN e."questionId" WHEN 'condition' THEN e."conditionId"
          WHEN 'action_line' THEN e."minuteLineId" ELSE e."followUpId" END),
      'tickets', (SELECT coalesce(json_agg(json_build_object('id', "id", 'number', "number", 'title', "title", 'destination', "destination",
          'proposalId', (SELECT pp."id" FROM pp WHERE pp."id" = tt."proposalId")) ORDER BY "number"), '[]') FROM tt),
      'hosts', (SELECT coalesce(json_agg(json_build_object('ticketId', x."ticketId", 'region', x."key", 'count', x."count", 'names', x."names") ORDER BY x."ticketId"), '[]')
        FROM (SELECT h."ticketId", g."key", count(*)::int AS "count", string_agg(h."name", ', ' ORDER BY h."name") AS "names"
          FROM "Host" h JOIN tt ON tt."id" = h."ticketId" JOIN "Region" g ON g."id" = h."regionId" GROUP BY h."ticketId", g."key") x),
      'capabilities', (SELECT coalesce(json_agg(cc ORDER BY cc."id", cc."ticketId"), '[]') FROM cc),
      'evidence', (SELECT coalesce(json_agg(json_build_object('id', v."id", 'capabilityId', v."capabilityId", 'criterion', v."criterion",
          'region', x."region", 'key', x."key", 'status', v."status") ORDER BY v."id"), '[]')
        FROM "Evidence" v JOIN (SELECT DISTINCT "id", "key", "region" FROM cc) x ON x."id" = v."capabilityId" WHERE v."withdrawnAt" IS NULL)
    ) AS story`;
}

/** What a split accounts for. A question stands here only where it was accounted for, or is open still. */
function sourcesSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`
      SELECT 1 AS "place", 'ask' AS "kind", a."id", a."number", a."text", a."proposalId", NULL::int AS "decisionId", NULL::int AS "commentId"
      FROM "Ask" a WHERE a."proposalId" IN (SELECT "id" FROM pp)
      UNION ALL
      SELECT 2, 'question', q."id", q."number", q."text", q."proposalId", NULL, q."commentId" FROM "Question" q
      WHERE q."proposalId" IN (SELECT "id" FROM pp) AND EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id")
      UNION ALL
      SELECT 3, 'condition', c."id", c."number", c."text", d."proposalId", d."id", NULL
      FROM "Condition" c JOIN "Decision" d ON d."id" = c."decisionId" LEFT JOIN "AgendaItem" i ON i."id" = d."itemId"
      WHERE d."proposalId" IN (SELECT "id" FROM pp) AND ${decisionReadable(actor)}
      UNION ALL
      SELECT 4, 'action_line', l."id", (row_number() OVER (PARTITION BY i."proposalId" ORDER BY l."id"))::int, l."text", i."proposalId", NULL, NULL
      FROM "MinuteLine" l JOIN "AgendaItem" i ON i."id" = l."itemId"
      WHERE i."proposalId" IN (SELECT "id" FROM pp) AND i."visibility" = 'public' AND l."kind" = 'action'
      UNION ALL
      SELECT 5, 'follow_up', f."id", f."number", f."text", f."proposalId", NULL, f."commentId" FROM "FollowUp" f
      WHERE f."proposalId" IN (SELECT "id" FROM pp) AND f."unmarkedAt" IS NULL`;
}

/** Decisions of an executive session are the board's, and their conditions the authors' too; `i` is the item, `d` the decision. */
function decisionReadable(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return Prisma.sql`true`;
  const own = personIdOf(actor) ?? 0;
  return Prisma.sql`(i."id" IS NULL OR (i."visibility" = 'public' AND i."section" <> 'executive')
    OR (SELECT pp."authorId" FROM pp WHERE pp."id" = d."proposalId") = ${own})`;
}
