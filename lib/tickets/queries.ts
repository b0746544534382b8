import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Outcome } from "../decisions/effects";
import type { Stance } from "../discussion/watching";
import { ticketWatchJson } from "../discussion/watching-queries";
import { type Actor, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type GateColumns, ticketFactsOf } from "./facts";
import { decisionJson } from "./gate-queries";
import { ownerSql, type TicketLine } from "./line-queries";
import { linksJson, type TicketLinks } from "./link-queries";
import { ticketMachine } from "./machine";
import type { TicketFacts } from "./policy";
import { sourcesOfTicket } from "./source-queries";
import type { SourceKind } from "./split-balance";
import { ticketVisibleSql } from "./visibility";

export interface TicketShown extends Omit<TicketLine, "updatedAt" | "movedAt" | "openBlockers">, TicketLinks {
  markdown: string;
  html: string;
  details: Record<string, unknown> | null;
  boardGated: boolean;
  createdAt: string;
  updatedAt: string;
  movedAt: string;
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
  /** How many questions were asked on it, and how many of them are owed. */
  questions: { all: number; open: number };
  stance: Stance | null;
  facts: TicketFacts;
  moves: AllowedMove[];
}

type ShownRow = Omit<TicketShown, "facts" | "moves" | keyof TicketLinks> & {
  requesterId: number;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
  proposalAuthorId: number | null;
  proposalSourceKey: string | null;
  proposalClosedAs: string | null;
  splitEntries: number;
  isOnAgenda: boolean;
  links: TicketLinks & { openBlockers: number; openParts: number };
};

/** One query for all of a ticket; null where there is no such ticket, or not for this actor. */
export async function findTicket(actor: Actor, number: number): Promise<TicketShown | null> {
  const all = readsExecutive(actor);
  const [row] = await readRows<{ ticket: ShownRow }>(Prisma.sql`
    SELECT json_build_object('id', t."id", 'number', t."number", 'title', t."title", 'status', t."status",
      'destination', t."destination", 'requestType', t."requestType", 'details', t."details", 'markdown', t."markdown",
      'html', t."html", 'boardGated', t."boardGated", 'dueOn', t."dueOn", 'externalUrl', t."externalUrl",
      'externalShort', t."externalShort", 'version', t."version", 'priority', t."priority", 'size', t."size",
      'labels', t."labels", 'quarter', t."quarter", 'movedAt', t."movedAt", 'createdAt', t."createdAt", 'updatedAt', t."updatedAt",
      'doneAt', t."doneAt", 'requesterId', t."requesterId", 'ownerPersonId', t."ownerPersonId",
      'ownerBodyId', t."ownerBodyId", 'owner', ${ownerSql}, 'proposalAuthorId', f."authorId", 'proposalSourceKey', f."sourceKey",
      'executive', coalesce(f."visibility" = 'executive', false), 'proposalStatus', f."status", 'proposalClosedAs', f."closedAs",
      'requester', (SELECT json_build_object('handle', r."handle", 'name', r."name") FROM "Person" r WHERE r."id" = t."requesterId"),
      'proposal', CASE WHEN f."id" IS NOT NULL THEN json_build_object('number', f."number", 'title', f."title") END,
      'splitEntries', (SELECT count(*) FROM "SplitEntry" e WHERE e."ticketId" = t."id"),
      'isOnAgenda', EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."ticketId" = t."id" AND i."status" <> 'withdrawn'
          AND i."createdAt" >= t."bouncedAt"),
      'sources', ${sourcesOfTicket(all)},
      'decision', ${decisionJson},
      'capabilities', (SELECT coalesce(json_agg(json_build_object('key', k."key", 'name', k."name", 'region', g."key") ORDER BY k."position"), '[]')
          FROM "TicketCapability" x JOIN "Capability" k ON k."id" = x."capabilityId" JOIN "Region" g ON g."id" = k."regionId"
          WHERE x."ticketId" = t."id"),
      'questions', (SELECT json_build_object('all', count(*), 'open', count(*) FILTER (WHERE q."status" IN ('open', 'unanswered')))
          FROM "Question" q WHERE q."ticketId" = t."id"),
      'stance', ${ticketWatchJson(actor)}, 'links', json_build_object(${linksJson(actor)})
    ) AS ticket
    FROM "Ticket" t LEFT JOIN "Person" o ON o."id" = t."ownerPersonId" LEFT JOIN "Body" b ON b."id" = t."ownerBodyId"
      LEFT JOIN "Proposal" f ON f."id" = t."proposalId"
    WHERE t."number" = ${number} AND ${ticketVisibleSql(actor)}`);
  return row ? shownOf(actor, row.ticket) : null;
}

function shownOf(actor: Actor, row: ShownRow): TicketShown {
  const {
    proposalAuthorId,
    proposalSourceKey,
    proposalClosedAs,
    splitEntries,
    isOnAgenda,
    links: { openBlockers, openParts, ...links },
    ...ticket
  } = row;
  const proposal =
    proposalAuthorId === null
      ? null
      : {
          authorId: proposalAuthorId,
          sourceKey: proposalSourceKey,
          status: ticket.proposalStatus ?? "",
          closedAs: proposalClosedAs,
        };
  const details = ticket.details as Parameters<typeof ticketFactsOf>[0]["details"]; // JSON, as the column gives it
  const _count = { splitEntries, blockedBy: openBlockers, children: openParts };
  const facts = ticketFactsOf({ ...ticket, details, isOnAgenda, _count, proposal }, ticket.decision);
  return { ...ticket, ...links, facts, moves: allowedMoves(ticketMachine, actor, facts) };
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
