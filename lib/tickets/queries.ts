import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Outcome } from "../decisions/effects";
import type { Owner } from "../people/queries";
import type { Page } from "../proposals/list-queries";
import { type Actor, holds, isOfficer, personIdOf, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type GateColumns, ticketFactsOf } from "./facts";
import { ticketMachine } from "./machine";
import type { Destination, TicketFacts, TicketStatus } from "./policy";
import { sourcesOfTicket } from "./source-queries";
import type { SourceKind } from "./split-balance";
import { ticketVisibleSql } from "./visibility";

/** A ticket in a list. */
export interface TicketLine {
  id: number;
  number: number;
  title: string;
  status: TicketStatus;
  destination: Destination;
  requestType: string | null;
  dueOn: string | null;
  owner: Owner | null;
  externalUrl: string | null;
  externalShort: string | null;
  proposal: { number: number; title: string } | null;
  version: number;
  updatedAt: Date;
}

export interface TicketFilter {
  status?: TicketStatus;
  destination?: Destination;
  /** "me": those that the reader, or a body that the reader belongs to, owns. */
  owner?: "me";
  q?: string;
}

const pageSize = 25;

const ownerSql = Prisma.sql`CASE
  WHEN o."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', o."handle", 'name', o."name")
  WHEN b."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', b."handle", 'name', b."name") END`;

const lineSql = Prisma.sql`
  SELECT t."id", t."number", t."title", t."status", t."destination", t."requestType", t."dueOn", t."externalUrl",
    t."externalShort", t."version", t."updatedAt", ${ownerSql} AS "owner",
    CASE WHEN f."id" IS NOT NULL THEN json_build_object('number', f."number", 'title', f."title") END AS "proposal"
  FROM "Ticket" t LEFT JOIN "Person" o ON o."id" = t."ownerPersonId" LEFT JOIN "Body" b ON b."id" = t."ownerBodyId"
    LEFT JOIN "Proposal" f ON f."id" = t."proposalId"`;

/** Newest first by change, 25 a page, by keyset: the last page costs what the first does. */
export async function listTickets(
  actor: Actor,
  filter: TicketFilter,
  cursor?: string,
): Promise<Page<TicketLine>> {
  const after = readCursor(cursor);
  const conditions = [
    ticketVisibleSql(actor),
    ...(filter.status ? [Prisma.sql`t."status" = ${filter.status}::"TicketStatus"`] : []),
    ...(filter.destination ? [Prisma.sql`t."destination" = ${filter.destination}::"Destination"`] : []),
    ...(filter.owner === "me" ? [ownedBySql(actor)] : []),
    ...(filter.q ? [matchesSql(filter.q)] : []),
    ...(after ? [Prisma.sql`(t."updatedAt", t."id") < (${after.at}, ${after.id})`] : []),
  ];
  const items = await readRows<TicketLine>(Prisma.sql`${lineSql}
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY t."updatedAt" DESC, t."id" DESC LIMIT ${pageSize + 1}`);
  const shown = items.slice(0, pageSize);
  const last = shown.at(-1);
  return items.length > pageSize && last ? { items: shown, nextCursor: writeCursor(last) } : { items: shown };
}

/** Tickets of a SIG: those that it owns and those of its proposals, what is still open first, 10 and one more. */
export async function listSigTickets(actor: Actor, sig: { id: number }): Promise<TicketLine[]> {
  return readRows<TicketLine>(Prisma.sql`${lineSql}
    WHERE (t."ownerBodyId" = ${sig.id} OR f."sigId" = ${sig.id}) AND ${ticketVisibleSql(actor)}
    ORDER BY t."status" IN ('done', 'declined', 'duplicate'), t."updatedAt" DESC, t."id" DESC LIMIT 11`);
}

/** The tickets of a proposal that the caller has found by what the reader may see, oldest first. */
export async function listProposalTickets(proposal: { id: number }): Promise<TicketLine[]> {
  return readRows<TicketLine>(Prisma.sql`${lineSql}
    WHERE t."proposalId" = ${proposal.id} ORDER BY t."number" LIMIT 500`);
}

/** A number finds its ticket, "ticket#12" too; anything else is looked for in titles and texts. */
function matchesSql(q: string): Prisma.Sql {
  const [, number] = /^(?:ticket ?#?|t-|#)?([1-9]\d{0,8})$/i.exec(q.trim()) ?? [];
  if (number) return Prisma.sql`t."number" = ${Number(number)}`;
  return Prisma.sql`t."search" @@ websearch_to_tsquery('english', ${q})`;
}

function ownedBySql(actor: Actor): Prisma.Sql {
  const person = personIdOf(actor);
  if (person === null || actor.kind !== "person") return Prisma.sql`false`;
  const bodies = actor.roles.map(({ bodyId }) => bodyId);
  return Prisma.sql`(t."ownerPersonId" = ${person} OR t."ownerBodyId" = ANY(${bodies}::int[]))`;
}

export interface WaitingTicket extends TicketLine {
  /** What is waited for: the words of the move. */
  wants: string;
}

/** The tickets whose next move is this person's, or that of a body they belong to, longest waiting first. */
export async function listWaitingOn(actor: Actor): Promise<WaitingTicket[]> {
  const person = personIdOf(actor);
  if (person === null) return [];
  const requested = Prisma.sql`(t."requesterId" = ${person} OR f."authorId" = ${person})`;
  const worked = Prisma.sql`CASE t."destination" WHEN 'infra' THEN ${holds(actor, "infra")} ELSE ${ownedBySql(actor)} END`;
  return db.$queryRaw<WaitingTicket[]>(Prisma.sql`
    SELECT w.*, CASE w."status" WHEN 'draft' THEN 'File' WHEN 'waiting_on_reporter' THEN 'Answer'
      WHEN 'filed' THEN 'Take up' WHEN 'needs_review' THEN 'Review' WHEN 'bounced' THEN 'Decide' ELSE 'Finish' END AS "wants"
    FROM (${lineSql} WHERE ${ticketVisibleSql(actor)} AND CASE t."status"
        WHEN 'draft' THEN ${requested} AND (f."id" IS NULL OR f."status" = 'delivering')
        WHEN 'waiting_on_reporter' THEN ${requested}
        WHEN 'bounced' THEN ${isOfficer(actor)}
        WHEN 'filed' THEN ${worked} WHEN 'needs_review' THEN ${worked}
        WHEN 'waiting_on_assignee' THEN ${worked} WHEN 'reopened' THEN ${worked}
        ELSE false END
      ORDER BY t."updatedAt", t."id" LIMIT 50) w ORDER BY w."updatedAt", w."id"`);
}

export interface TicketShown extends Omit<TicketLine, "updatedAt"> {
  markdown: string;
  html: string;
  details: Record<string, unknown> | null;
  boardGated: boolean;
  createdAt: string;
  updatedAt: string;
  doneAt: string | null;
  requester: { handle: string; name: string };
  /** What of the split the ticket stands for. */
  sources: {
    kind: SourceKind;
    id: number;
    number: number;
    text: string;
  }[];
  decision: (Omit<GateColumns, "outcome"> & { outcome: Outcome; date: string | null }) | null;
  proposalStatus: string | null;
  executive: boolean;
  capabilities: { key: string; name: string; region: string }[];
  comments: {
    id: number;
    html: string;
    createdAt: string;
    editedAt: string | null;
    author: { handle: string; name: string };
  }[];
  events: { id: string; at: string; type: string; who: string; data: Record<string, unknown> }[];
  facts: TicketFacts;
  moves: AllowedMove[];
}

type ShownRow = Omit<TicketShown, "facts" | "moves"> & {
  requesterId: number;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
  proposalAuthorId: number | null;
  proposalSourceKey: string | null;
  splitEntries: number;
};

/** One query for all of a ticket; null where there is no such ticket, or not for this actor. */
export async function findTicket(actor: Actor, number: number): Promise<TicketShown | null> {
  const all = readsExecutive(actor);
  const [row] = await readRows<{ ticket: ShownRow }>(Prisma.sql`
    SELECT json_build_object('id', t."id", 'number', t."number", 'title', t."title", 'status', t."status",
      'destination', t."destination", 'requestType', t."requestType", 'details', t."details", 'markdown', t."markdown",
      'html', t."html", 'boardGated', t."boardGated", 'dueOn', t."dueOn", 'externalUrl', t."externalUrl",
      'externalShort', t."externalShort", 'version', t."version", 'createdAt', t."createdAt", 'updatedAt', t."updatedAt",
      'doneAt', t."doneAt", 'requesterId', t."requesterId", 'ownerPersonId', t."ownerPersonId",
      'ownerBodyId', t."ownerBodyId", 'owner', ${ownerSql}, 'proposalAuthorId', f."authorId", 'proposalSourceKey', f."sourceKey",
      'executive', coalesce(f."visibility" = 'executive', false), 'proposalStatus', f."status",
      'requester', (SELECT json_build_object('handle', r."handle", 'name', r."name") FROM "Person" r WHERE r."id" = t."requesterId"),
      'proposal', CASE WHEN f."id" IS NOT NULL THEN json_build_object('number', f."number", 'title', f."title") END,
      'splitEntries', (SELECT count(*) FROM "SplitEntry" e WHERE e."ticketId" = t."id"),
      'sources', ${sourcesOfTicket(all)},
      'decision', (SELECT json_build_object('outcome', d."outcome", 'meetingId', d."meetingId", 'sourceUrl', d."sourceUrl",
            'ballotId', d."ballotId", 'date', m."date", 'meeting', CASE WHEN m."id" IS NOT NULL THEN json_build_object('minutesStatus', m."minutesStatus") END)
          FROM "Decision" d LEFT JOIN "Meeting" m ON m."id" = d."meetingId"
          WHERE CASE WHEN t."bouncedAt" IS NULL THEN d."proposalId" = t."proposalId"
            ELSE d."ticketId" = t."id" AND d."decidedAt" >= t."bouncedAt" END ORDER BY d."id" DESC LIMIT 1),
      'capabilities', (SELECT coalesce(json_agg(json_build_object('key', k."key", 'name', k."name", 'region', g."key") ORDER BY k."position"), '[]')
          FROM "TicketCapability" x JOIN "Capability" k ON k."id" = x."capabilityId" JOIN "Region" g ON g."id" = k."regionId"
          WHERE x."ticketId" = t."id"),
      'comments', (SELECT coalesce(json_agg(json_build_object('id', m."id", 'html', m."html", 'createdAt', m."createdAt",
            'editedAt', m."editedAt", 'author', json_build_object('handle', w."handle", 'name', w."name")) ORDER BY m."id"), '[]')
          FROM "Comment" m JOIN "Person" w ON w."id" = m."authorId" WHERE m."ticketId" = t."id"),
      'events', (SELECT coalesce(json_agg(json_build_object('id', v."id"::text, 'at', v."at", 'type', v."type",
            'who', coalesce(w."name", v."onBehalfOf", 'The portal'), 'data', v."data") ORDER BY v."id"), '[]')
          FROM "Event" v LEFT JOIN "Person" w ON w."id" = v."actorId"
          WHERE v."ticketId" = t."id" AND (${all} OR v."visibility" = 'public' OR f."visibility" = 'executive'))
    ) AS ticket
    FROM "Ticket" t LEFT JOIN "Person" o ON o."id" = t."ownerPersonId" LEFT JOIN "Body" b ON b."id" = t."ownerBodyId"
      LEFT JOIN "Proposal" f ON f."id" = t."proposalId"
    WHERE t."number" = ${number} AND ${ticketVisibleSql(actor)}`);
  return row ? shownOf(actor, row.ticket) : null;
}

function shownOf(actor: Actor, row: ShownRow): TicketShown {
  const { proposalAuthorId, proposalSourceKey, splitEntries, ...ticket } = row;
  const proposal =
    proposalAuthorId === null
      ? null
      : {
          authorId: proposalAuthorId,
          sourceKey: proposalSourceKey,
          status: ticket.proposalStatus ?? "",
        };
  const details = ticket.details as Parameters<typeof ticketFactsOf>[0]["details"]; // JSON, as the column gives it
  const facts = ticketFactsOf({ ...ticket, details, _count: { splitEntries }, proposal }, ticket.decision);
  return { ...ticket, facts, moves: allowedMoves(ticketMachine, actor, facts) };
}

/** What a field for capabilities offers: those of the first region, in its order, as `capabilityIdsOf` reads them. */
export async function listCapabilityChoices(): Promise<{ value: string; label: string }[]> {
  const region = await db.region.findFirst({
    orderBy: { id: "asc" },
    select: {
      capabilities: {
        where: { removedAt: null },
        orderBy: { position: "asc" },
        select: { key: true, name: true },
      },
    },
  });
  return (region?.capabilities ?? []).map(({ key, name }) => ({ value: key, label: name }));
}

function writeCursor(line: { updatedAt: Date; id: number }): string {
  return Buffer.from(`${line.updatedAt.toISOString()} ${line.id}`).toString("base64url");
}

/** A cursor that makes no sense is the first page, not an error: somebody cut the address short. */
function readCursor(cursor: string | undefined): { at: Date; id: number } | undefined {
  const [, at, id] = /^(\S+) (\d{1,10})$/.exec(Buffer.from(cursor ?? "", "base64url").toString()) ?? [];
  const instant = new Date(at ?? "");
  return id && !Number.isNaN(instant.getTime()) ? { at: instant, id: Number(id) } : undefined;
}
