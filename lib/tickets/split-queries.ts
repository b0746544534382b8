import { db, Prisma } from "../db/client";
import type { Outcome } from "../decisions/effects";
import { roleNameSql } from "../people/holder-queries";
import type { Owner, Party } from "../people/queries";
import { visibleSql } from "../proposals/visibility";
import { type Actor, isDirector, isOfficer, personIdOf, readsExecutive } from "../workflow/actor";
import type { Destination, TicketStatus } from "./policy";
import type { Route } from "./router";
import type { Balance, Disposition, SourceKind } from "./split-balance";
import { type SplitRow, splitOf } from "./split-rows";

/** How one source was placed, as the page shows it. */
export interface PlacedEntry {
  id: number;
  disposition: Disposition;
  text: string;
  by: string;
  ticket: { number: number; title: string; destination: Destination; status: TicketStatus } | null;
}

/** One thing that must be accounted for, with where it came from and where it would go. */
export interface SplitSource {
  /** "ask-3": its name in addresses and forms. */
  key: string;
  kind: SourceKind;
  id: number;
  number: number;
  name: string;
  text: string;
  acceptanceTest: string;
  owner: Party | null;
  dueOn: string | null;
  from: { label: string; href: string };
  route: Route;
  entries: PlacedEntry[];
}

export interface SplitTicket {
  number: number;
  title: string;
  status: TicketStatus;
  destination: Destination;
  owner: Owner | null;
  dueOn: string | null;
  requestType: string | null;
  sources: string[];
  /** Why it goes there, where that is what the router proposed for one of them. */
  routed: string | null;
  /** Whether another source may rest on it. */
  usable: boolean;
  /** The text as a tracker will get it. */
  preview: string;
}

export interface Split {
  proposalId: number;
  sources: SplitSource[];
  balance: Balance;
  tickets: SplitTicket[];
  decision: { outcome: Outcome; text: string; date: string | null; sourceUrl: string | null } | null;
}

const owner = Prisma.sql`CASE
  WHEN o."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', o."handle", 'name', o."name", 'bodyKind', NULL)
  WHEN b."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', b."handle", 'name', b."name", 'bodyKind', b."kind") END`;

/** A role cannot own a ticket: it is named, and whoever places its ask or question chooses the ticket's owner. */
const orRole = (role: Prisma.Sql) => Prisma.sql`coalesce(${owner}, CASE WHEN ${role} IS NOT NULL THEN
  json_build_object('kind', 'role', 'handle', ${role}, 'name', ${roleNameSql(role)}, 'bodyKind',
    CASE ${role} WHEN 'sig-leaders' THEN 'sig' WHEN 'region-operators' THEN 'operators' ELSE 'board' END) END)`;

/** What a split has to account for, how it is placed, and the tickets taking shape: one query. */
export async function findSplit(actor: Actor, number: number): Promise<Split | null> {
  const [row] = await db.$queryRaw<{ split: SplitRow }[]>(Prisma.sql`
    SELECT json_build_object('id', p."id", 'number', p."number", 'title', p."title",
      'decision', (SELECT json_build_object('outcome', d."outcome", 'text', d."text", 'date', m."date", 'sourceUrl', d."sourceUrl")
        FROM "Decision" d LEFT JOIN "Meeting" m ON m."id" = d."meetingId" LEFT JOIN "AgendaItem" i ON i."id" = d."itemId"
        WHERE d."proposalId" = p."id" AND ${readable(actor)} ORDER BY d."id" DESC LIMIT 1),
      'sources', (SELECT coalesce(json_agg(s ORDER BY s."place", s."number", s."id"), '[]') FROM (${sourcesSql(actor)}) s),
      'entries', (SELECT coalesce(json_agg(json_build_object('id', e."id", 'askId', e."askId", 'questionId', e."questionId",
          'conditionId', e."conditionId", 'minuteLineId', e."minuteLineId", 'disposition', e."disposition",
          'ticketId', e."ticketId", 'text', e."text", 'by', w."name") ORDER BY e."id"), '[]')
        FROM "SplitEntry" e JOIN "Person" w ON w."id" = e."byId" WHERE e."proposalId" = p."id"),
      'tickets', (SELECT coalesce(json_agg(json_build_object('id', t."id", 'number', t."number", 'title', t."title",
          'status', t."status", 'destination', t."destination", 'markdown', t."markdown", 'requestType', t."requestType",
          'details', t."details", 'dueOn', t."dueOn", 'ownerPersonId', t."ownerPersonId", 'ownerBodyId', t."ownerBodyId",
          'owner', ${owner}) ORDER BY t."number"), '[]')
        FROM "Ticket" t LEFT JOIN "Person" o ON o."id" = t."ownerPersonId" LEFT JOIN "Body" b ON b."id" = t."ownerBodyId"
        WHERE t."proposalId" = p."id")
    ) AS split
    FROM "Proposal" p WHERE p."number" = ${number} AND ${visibleSql(actor)}`);
  return row ? splitOf(row.split) : null;
}

/** Asks, questions without an answer, conditions, and the actions of the minutes, in this order. */
function sourcesSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 AS "place", 'ask' AS "kind", a."id", a."number", a."text", a."acceptanceTest", a."kind"::text AS "askKind",
      NULL AS "dueOn", NULL::int AS "commentId", NULL AS "meetingDate", NULL AS "sourceUrl", ${orRole(Prisma.sql`a."ownerRole"`)} AS "owner"
    FROM "Ask" a LEFT JOIN "Person" o ON o."id" = a."ownerPersonId" LEFT JOIN "Body" b ON b."id" = a."ownerBodyId"
    WHERE a."proposalId" = p."id"
    UNION ALL
    SELECT 2, 'question', q."id", q."number", q."text", NULL, NULL, NULL, q."commentId", NULL, NULL, ${orRole(Prisma.sql`q."askedOfRole"`)}
    FROM "Question" q LEFT JOIN "Person" o ON o."id" = q."askedOfPersonId" LEFT JOIN "Body" b ON b."id" = q."askedOfBodyId"
    WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered')
    UNION ALL
    SELECT 3, 'condition', c."id", c."number",
      CASE WHEN ${readable(actor)} THEN c."text" ELSE 'A condition of an executive session.' END, NULL, NULL, c."dueOn", NULL, m."date", d."sourceUrl", ${owner}
    FROM "Condition" c JOIN "Decision" d ON d."id" = c."decisionId" LEFT JOIN "Meeting" m ON m."id" = d."meetingId"
      LEFT JOIN "AgendaItem" i ON i."id" = d."itemId"
      LEFT JOIN "Person" o ON o."id" = c."ownerPersonId" LEFT JOIN "Body" b ON b."id" = c."ownerBodyId"
    WHERE d."proposalId" = p."id"
    UNION ALL
    SELECT 4, 'action_line', l."id", (row_number() OVER (ORDER BY l."id"))::int, l."text", NULL, NULL, l."dueOn", NULL, m."date", NULL, ${owner}
    FROM "MinuteLine" l JOIN "AgendaItem" i ON i."id" = l."itemId" JOIN "Meeting" m ON m."id" = l."meetingId"
      LEFT JOIN "Person" o ON o."id" = l."ownerPersonId" LEFT JOIN "Body" b ON b."id" = l."ownerBodyId"
    WHERE i."proposalId" = p."id" AND l."kind" = 'action' AND ${readable(actor)}`;
}

/** Items of an executive session are read by the board only (DOMAIN 5); `i` is the agenda item, if there is one. */
function readable(actor: Actor): Prisma.Sql {
  return readsExecutive(actor) ? Prisma.sql`true` : Prisma.sql`(i."id" IS NULL OR i."visibility" = 'public')`;
}

export interface OverdueSplit {
  number: number;
  title: string;
  status: "splitting" | "delivering" | "closed";
  since: Date;
}

/**
 * Decided long ago, and nothing came of it: splitting for more than `days`, or past the split without one ticket.
 * Shown to its requester and to the board until someone acts (DOMAIN 4; 9, scenario 2).
 */
export async function listOverdueSplits(actor: Actor, days: number, today: Date): Promise<OverdueSplit[]> {
  const own = personIdOf(actor);
  const forAll = actor.kind === "system" || isOfficer(actor) || isDirector(actor);
  if (own === null && !forAll) return [];
  const before = new Date(today.getTime() - days * 86_400_000);
  const whose = forAll ? Prisma.sql`true` : Prisma.sql`p."authorId" = ${own}`;
  return db.$queryRaw<OverdueSplit[]>(Prisma.sql`
    SELECT p."number", p."title", p."status", s."since" FROM "Proposal" p CROSS JOIN LATERAL (
      SELECT coalesce(max(e."at"), p."closedAt", p."updatedAt") AS "since" FROM "Event" e
      WHERE e."subject" = 'proposal' AND e."subjectId" = p."id" AND e."data"->>'to' = p."status"::text) s
    WHERE (p."status" = 'splitting' OR (NOT EXISTS (SELECT 1 FROM "Ticket" t WHERE t."proposalId" = p."id")
        AND (p."status" = 'delivering' OR (p."status" = 'closed' AND p."closedAs" = 'completed'))))
      AND s."since" < ${before} AND ${whose} AND ${visibleSql(actor)}
    ORDER BY s."since", p."id" LIMIT 50`);
}
