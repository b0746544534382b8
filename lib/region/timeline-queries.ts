import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { type Actor, readsExecutive } from "../workflow/actor";
import { type BurnUpPoint, burnUp } from "./burn-up";
import { regionSentenceOf } from "./history-text";
import { type RegionPast, readPast } from "./past";
import { pastSql } from "./past-queries";
import { type TimelineKind, timelineKinds, typesOfKind } from "./timeline-kinds";

export interface TimelineEntryShown {
  id: string;
  at: string;
  kind: TimelineKind;
  who: string;
  sentence: string;
  why?: string;
  /** The page of what it is about. */
  href?: string;
}

export interface RegionTimeline {
  region: { key: string; name: string };
  points: BurnUpPoint[];
  /** What stands on the chart beside the curve: decisions, phases and incidents, in order. */
  marks: TimelineEntryShown[];
  entries: TimelineEntryShown[];
  /** The cursor of the part that follows; absent at the end. */
  older?: string;
}

interface EventRow {
  id: string;
  at: string;
  type: string;
  by: string | null;
  onBehalfOf: string | null;
  data: Record<string, unknown>;
  ticketNumber: number | null;
  proposalNumber: number | null;
}

interface Row {
  key: string;
  name: string;
  past: RegionPast;
  events: EventRow[];
  marks: EventRow[];
}

const atOnce = 100;
const mostMarks = 60;

/**
 * What happened to a region, newest first, a part at a time, and its readiness by date: in one query, as far as this
 * actor sees it.
 */
export async function findTimeline(
  actor: Actor,
  { region, kind, before }: { region: string; kind?: TimelineKind; before?: string },
): Promise<RegionTimeline | null> {
  const types = kind ? typesOfKind(kind) : timelineKinds.flatMap(typesOfKind);
  const from = /^\d{1,18}$/.test(before ?? "") ? Prisma.sql`AND a."id" < ${before}::bigint` : Prisma.empty;
  const onChart = [...typesOfKind("decision"), ...typesOfKind("phase"), ...typesOfKind("incident")];
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT r."key", r."name", ${pastSql(actor)} AS "past",
      ${eventsSql(actor, { types, where: from, most: atOnce + 1 })} AS "events",
      ${eventsSql(actor, { types: onChart, where: Prisma.empty, most: mostMarks })} AS "marks"
    FROM "Region" r WHERE r."key" = ${region}`);
  if (!row) return null;
  const today = now().getTime();
  const shown = row.events.slice(0, atOnce);
  return {
    region: { key: row.key, name: row.name },
    points: burnUp(row.past, readPast(row.past, today), today),
    marks: row.marks.map((event) => entryOf(row.key, event)).reverse(),
    entries: shown.map((event) => entryOf(row.key, event)),
    ...(row.events.length > atOnce && { older: shown.at(-1)?.id }),
  };
}

interface Choice {
  types: readonly string[];
  where: Prisma.Sql;
  most: number;
}

/** Events of the region itself, of the tickets that ever counted in it, and decisions on the proposals behind them. */
function eventsSql(actor: Actor, { types, where, most }: Choice): Prisma.Sql {
  const tickets = Prisma.sql`SELECT t."id", t."proposalId" FROM "Ticket" t WHERE t."id" IN (
      SELECT s."ticketId" FROM "TicketSpan" s JOIN "Capability" k ON k."id" = s."capabilityId" WHERE k."regionId" = r."id")
    AND ${ticketVisibleSql(actor)}`;
  const seen = Prisma.sql`a."type" = ANY(${[...types]}) ${where} AND (${readsExecutive(actor)} OR a."visibility" = 'public')
    AND (a."proposalId" IS NULL OR EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = a."proposalId" AND ${visibleSql(actor)}))`;
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', v."id"::text, 'at', v."at", 'type', v."type",
      'by', w."name", 'onBehalfOf', v."onBehalfOf", 'data', v."data", 'ticketNumber', vt."number",
      'proposalNumber', vp."number") ORDER BY v."id" DESC), '[]')
    FROM (SELECT * FROM (
        SELECT a.* FROM "Event" a WHERE a."regionId" = r."id" AND ${seen}
        UNION SELECT a.* FROM (${tickets}) x JOIN "Event" a ON a."subject" = 'ticket' AND a."subjectId" = x."id" AND ${seen}
        UNION SELECT a.* FROM (${tickets}) x JOIN "Event" a ON a."proposalId" = x."proposalId" AND a."subject" = 'decision' AND ${seen}
      ) u ORDER BY u."id" DESC LIMIT ${most}) v
    LEFT JOIN "Person" w ON w."id" = v."actorId" LEFT JOIN "Ticket" vt ON vt."id" = v."ticketId"
    LEFT JOIN "Proposal" vp ON vp."id" = v."proposalId")`;
}

function entryOf(region: string, row: EventRow): TimelineEntryShown {
  const { id, at, type, by, onBehalfOf, data, ticketNumber, proposalNumber } = row;
  const kind = timelineKinds.find((each) => typesOfKind(each).includes(type)) ?? "capability";
  const href = hrefOf(region, kind, { data, ticketNumber, proposalNumber });
  return {
    ...{ id, at, kind },
    ...regionSentenceOf({ type, data, actorName: by, onBehalfOf, ticketNumber }),
    ...(href && { href }),
  };
}

function hrefOf(
  region: string,
  kind: TimelineKind,
  { data, ticketNumber, proposalNumber }: Pick<EventRow, "data" | "ticketNumber" | "proposalNumber">,
): string | undefined {
  if (kind === "incident") return `/region/${region}/incidents/${String(data.number)}`;
  if (kind === "ticket" && ticketNumber !== null) return `/tickets/${ticketNumber}`;
  if (kind === "decision" && proposalNumber !== null) return `/proposals/${proposalNumber}/board`;
  return undefined;
}
