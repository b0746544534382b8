import { db, Prisma } from "../db/client";
import type { Outcome } from "../decisions/effects";
import type { Owner } from "../people/queries";
import { visibleSql } from "../proposals/visibility";
import { type Actor, isDirector, isOfficer, personIdOf, readsExecutive } from "../workflow/actor";
import { type Destination, mayStandFor, type TicketStatus } from "./policy";
import type { AskKind, Route } from "./router";
import { sourceKey } from "./source-key";
import { routeOfSource } from "./source-route";
import {
  type Balance,
  balance,
  type Disposition,
  type Entry,
  type SourceKind,
  sourceName,
} from "./split-balance";
import { trackerText } from "./tracker-text";

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
  owner: Owner | null;
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

interface SourceRow {
  kind: SourceKind;
  id: number;
  number: number;
  text: string;
  acceptanceTest: string | null;
  askKind: AskKind | null;
  owner: (Owner & { bodyKind: "board" | "sig" | "infra" | "operators" | null }) | null;
  dueOn: string | null;
  commentId: number | null;
  meetingDate: string | null;
  sourceUrl: string | null;
}

interface EntryRow extends Omit<PlacedEntry, "ticket"> {
  askId: number | null;
  questionId: number | null;
  conditionId: number | null;
  minuteLineId: number | null;
  ticketId: number | null;
}

interface TicketRow extends Omit<SplitTicket, "sources" | "preview" | "routed" | "usable"> {
  id: number;
  markdown: string;
  details: unknown;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
}

interface SplitRow {
  id: number;
  number: number;
  title: string;
  decision: Split["decision"];
  sources: SourceRow[];
  entries: EntryRow[];
  tickets: TicketRow[];
}

const owner = Prisma.sql`CASE
  WHEN o."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', o."handle", 'name', o."name", 'bodyKind', NULL)
  WHEN b."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', b."handle", 'name', b."name", 'bodyKind', b."kind") END`;

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
      NULL AS "dueOn", NULL::int AS "commentId", NULL AS "meetingDate", NULL AS "sourceUrl", ${owner} AS "owner"
    FROM "Ask" a LEFT JOIN "Person" o ON o."id" = a."ownerPersonId" LEFT JOIN "Body" b ON b."id" = a."ownerBodyId"
    WHERE a."proposalId" = p."id"
    UNION ALL
    SELECT 2, 'question', q."id", q."number", q."text", NULL, NULL, NULL, q."commentId", NULL, NULL, ${owner}
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

function splitOf(row: SplitRow): Split {
  const entries = row.entries.map((entry) => ({ entry, counted: countedEntry(entry, row.tickets) }));
  const sources = row.sources.map((source) =>
    sourceOf(
      source,
      row.number,
      entries
        .filter(({ counted }) => counted.sourceKind === source.kind && counted.sourceId === source.id)
        .map(({ entry }) => shownEntry(entry, row.tickets)),
    ),
  );
  return {
    proposalId: row.id,
    sources,
    balance: balance(
      sources,
      entries.map(({ counted }) => counted),
    ),
    tickets: row.tickets.map((ticket) => ticketOf(ticket, row, sources)),
    decision: row.decision,
  };
}

function countedEntry(row: EntryRow, tickets: readonly TicketRow[]): Entry {
  const { disposition, text } = row;
  const ticket = tickets.find(({ id }) => id === row.ticketId) ?? null;
  return { ...sourceIdOf(row), disposition, text, ticket };
}

function sourceIdOf(row: EntryRow): { sourceKind: SourceKind; sourceId: number } {
  if (row.askId !== null) return { sourceKind: "ask", sourceId: row.askId };
  if (row.questionId !== null) return { sourceKind: "question", sourceId: row.questionId };
  if (row.conditionId !== null) return { sourceKind: "condition", sourceId: row.conditionId };
  return { sourceKind: "action_line", sourceId: row.minuteLineId ?? 0 };
}

function shownEntry(
  { id, disposition, text, by, ticketId }: EntryRow,
  tickets: readonly TicketRow[],
): PlacedEntry {
  const ticket = tickets.find((each) => each.id === ticketId);
  return { id, disposition, text, by, ticket: ticket ?? null };
}

function sourceOf(row: SourceRow, proposal: number, entries: PlacedEntry[]): SplitSource {
  const { kind, id, number, text, dueOn, owner: owes } = row;
  return {
    key: sourceKey(row),
    kind,
    id,
    number,
    name: sourceName(row),
    text,
    acceptanceTest: row.acceptanceTest ?? "",
    owner: owes,
    dueOn,
    from: originOf(row, proposal),
    route: routeOfSource({ text, askKind: row.askKind, owedBy: owes ? (owes.bodyKind ?? "person") : null }),
    entries,
  };
}

function originOf(row: SourceRow, proposal: number): SplitSource["from"] {
  if (row.kind === "ask") return { label: "The proposal", href: `/proposals/${proposal}#ask-${row.number}` };
  if (row.kind === "question") {
    const anchor = row.commentId === null ? `#question-${row.number}` : `#comment-${row.commentId}`;
    const path = row.commentId === null ? `/proposals/${proposal}/questions` : `/proposals/${proposal}`;
    return {
      label: row.commentId === null ? "The list of questions" : "The comment",
      href: `${path}${anchor}`,
    };
  }
  if (row.meetingDate) {
    const what = row.kind === "condition" ? "The decision" : "The minutes";
    return { label: `${what} of ${row.meetingDate}`, href: `/meetings/${row.meetingDate}/minutes` };
  }
  return { label: "The decision", href: row.sourceUrl ?? `/proposals/${proposal}/board` };
}

function ticketOf(row: TicketRow, proposal: SplitRow, sources: readonly SplitSource[]): SplitTicket {
  const { number, title, status, destination, dueOn, requestType, markdown, details } = row;
  const standsFor = sources.filter((source) =>
    source.entries.some(({ ticket }) => ticket?.number === number),
  );
  const preview = trackerText({
    number,
    title,
    markdown,
    requestType,
    details,
    owner: row.owner?.name ?? null,
    dueOn,
    proposal: { number: proposal.number, title: proposal.title },
    sources: standsFor,
  });
  const asProposed = standsFor.find(({ route }) => route.destination === destination);
  return {
    number,
    title,
    status,
    destination,
    owner: row.owner,
    dueOn,
    requestType,
    sources: standsFor.map(({ name }) => name),
    routed: asProposed?.route.reason ?? null,
    usable: mayStandFor(status),
    preview,
  };
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
