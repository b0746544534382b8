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
  /** Why it goes elsewhere than the router proposed. */
  routeReason: string;
  /** Answered here, and opened again by who asked. */
  isOwedAgain: boolean;
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
  /** Who marked a comment as a promise. */
  markedBy: string | null;
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
  /** Why it goes elsewhere, for those where it was not. */
  routedOtherwise: string[];
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
  /** Who confirmed it, and when; null until somebody has. */
  confirmed: { by: string; at: string } | null;
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
      'rules', (SELECT json_agg(r ORDER BY r."place") FROM "RoutingRule" r),
      'sig', (SELECT s."handle" FROM "Body" s WHERE s."id" = p."sigId"),
      'sizes', (SELECT json_object_agg(a."id", a."size") FROM "Ask" a WHERE a."proposalId" = p."id"),
      'sources', (SELECT coalesce(json_agg(s ORDER BY s."place", s."number", s."id"), '[]') FROM (${sourcesSql(actor)}) s),
      'confirmed', (SELECT json_build_object('by', coalesce(w."name", v."onBehalfOf", 'The portal'), 'at', v."at")
        FROM "Event" v LEFT JOIN "Person" w ON w."id" = v."actorId"
        WHERE v."subject" = 'proposal' AND v."subjectId" = p."id" AND v."type" = 'proposal.split_confirmed' ORDER BY v."id" DESC LIMIT 1),
      'entries', (SELECT coalesce(json_agg(json_build_object('id', e."id", 'askId', e."askId", 'questionId', e."questionId",
          'conditionId', e."conditionId", 'minuteLineId', e."minuteLineId", 'followUpId', e."followUpId",
          'routeReason', e."routeReason", 'disposition', e."disposition",
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

/**
 * Asks, questions without an answer (or answered here), conditions, actions of the minutes and promises, in this order.
 * `place` is where each was said.
 */
function sourcesSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 1 AS "place", 'ask' AS "kind", a."id", a."number", a."text", a."acceptanceTest", a."kind"::text AS "askKind",
      NULL AS "dueOn", NULL::int AS "commentId", NULL AS "meetingDate", NULL::int AS "itemId", NULL AS "sourceUrl",
      NULL AS "markedBy", false AS "isOwed", NULL::int AS "decisionId", ${orRole(Prisma.sql`a."ownerRole"`)} AS "owner"
    FROM "Ask" a LEFT JOIN "Person" o ON o."id" = a."ownerPersonId" LEFT JOIN "Body" b ON b."id" = a."ownerBodyId"
    WHERE a."proposalId" = p."id"
    UNION ALL
    SELECT 2, 'question', q."id", q."number", q."text", NULL, NULL, NULL, q."commentId", NULL, NULL, NULL,
      NULL, q."status" IN ('open', 'unanswered'), NULL, ${orRole(Prisma.sql`q."askedOfRole"`)}
    FROM "Question" q LEFT JOIN "Person" o ON o."id" = q."askedOfPersonId" LEFT JOIN "Body" b ON b."id" = q."askedOfBodyId"
    WHERE q."proposalId" = p."id" AND (q."status" IN ('open', 'unanswered')
      OR EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id"))
    UNION ALL
    SELECT 3, 'condition', c."id", c."number", c."text", NULL, NULL, c."dueOn", NULL, m."date", NULL, d."sourceUrl",
      NULL, false, d."id", ${owner}
    FROM "Condition" c JOIN "Decision" d ON d."id" = c."decisionId" LEFT JOIN "Meeting" m ON m."id" = d."meetingId"
      LEFT JOIN "AgendaItem" i ON i."id" = d."itemId"
      LEFT JOIN "Person" o ON o."id" = c."ownerPersonId" LEFT JOIN "Body" b ON b."id" = c."ownerBodyId"
    WHERE d."proposalId" = p."id" AND ${readable(actor)}
    UNION ALL
    SELECT 4, 'action_line', l."id", l."number", l."text", NULL, NULL, l."dueOn", NULL, m."date", l."itemId", NULL,
      NULL, false, NULL, ${owner}
    FROM (SELECT ll.*, (row_number() OVER (ORDER BY ll."id"))::int AS "number" FROM "MinuteLine" ll
        JOIN "AgendaItem" li ON li."id" = ll."itemId" WHERE li."proposalId" = p."id" AND li."visibility" = 'public' AND ll."kind" = 'action') l
      JOIN "AgendaItem" i ON i."id" = l."itemId" JOIN "Meeting" m ON m."id" = l."meetingId"
      LEFT JOIN "Person" o ON o."id" = l."ownerPersonId" LEFT JOIN "Body" b ON b."id" = l."ownerBodyId"
    UNION ALL
    SELECT 5, 'follow_up', f."id", f."number", f."text", NULL, NULL, NULL, f."commentId", NULL, NULL, NULL,
      mw."name", false, NULL, json_build_object('kind', 'person', 'handle', cw."handle", 'name', cw."name", 'bodyKind', NULL)
    FROM "FollowUp" f JOIN "Comment" fc ON fc."id" = f."commentId" JOIN "Person" cw ON cw."id" = fc."authorId"
      JOIN "Person" mw ON mw."id" = f."markedById"
    WHERE f."proposalId" = p."id" AND f."unmarkedAt" IS NULL`;
}

/**
 * A condition of an executive session is read by the board, and by the authors, who have to meet it; for everybody else
 * it is not there (DOMAIN 5; docs/adr/039). `i` is the agenda item, if there is one; `p` the proposal.
 */
function readable(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return Prisma.sql`true`;
  const own = personIdOf(actor) ?? 0;
  return Prisma.sql`(i."id" IS NULL OR (i."visibility" = 'public' AND i."section" <> 'executive') OR p."authorId" = ${own}
    OR EXISTS (SELECT 1 FROM "CoAuthor" k WHERE k."proposalId" = p."id" AND k."personId" = ${own}))`;
}

export interface OverdueSplit {
  number: number;
  title: string;
  status: "splitting" | "delivering" | "closed";
  since: Date;
}

/**
 * Decided long ago, and nothing came of it: splitting for more than `days`, or past the split with nothing placed.
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
        AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."proposalId" = p."id")
        AND (p."status" = 'delivering' OR (p."status" = 'closed' AND p."closedAs" = 'completed'))))
      AND s."since" < ${before} AND ${whose} AND ${visibleSql(actor)}
    ORDER BY s."since", p."id" LIMIT 50`);
}
