import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type GateColumns, ticketFactsOf } from "./facts";
import { decisionJson } from "./gate-queries";
import { lineColumns, lineTables, type TicketLine } from "./line-queries";
import type { TicketFilter } from "./list-filter";
import { conditionsOfAnyStatus } from "./list-filter-queries";
import { ticketMachine } from "./machine";
import type { TicketStatus } from "./policy";

/** The columns of the board: what is open by its state, and what was done lately. */
export const boardStatuses = [
  "filed",
  "needs_review",
  "waiting_on_assignee",
  "waiting_on_reporter",
  "reopened",
  "bounced",
  "done",
] as const satisfies TicketStatus[];

export const cardsPerColumn = 15;
export const mostCards = 150;
export const mostCounted = 1_000;

export interface BoardCard extends Omit<TicketLine, "updatedAt" | "movedAt"> {
  updatedAt: string;
  movedAt: string;
  moves: AllowedMove[];
}

export interface BoardColumn {
  status: TicketStatus;
  /** How many there are, never more than `mostCounted` + 1. */
  count: number;
  cards: BoardCard[];
}

type CardRow = Omit<BoardCard, "moves"> & {
  boardGated: boolean;
  requesterId: number;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
  openParts: number;
  from: { authorId: number; sourceKey: string | null; status: string; closedAs: string | null } | null;
  decision: GateColumns | null;
};

/**
 * The board in one question to the database: of each state so many cards, the most urgent and then the latest first, and
 * how many there are. One column may show more.
 */
export async function listBoard(
  actor: Actor,
  filter: TicketFilter,
  more?: TicketStatus,
): Promise<BoardColumn[]> {
  const { status = [], ...rest } = filter;
  const columns = boardStatuses.filter((each) => status.length === 0 || status.includes(each));
  const where = Prisma.join(conditionsOfAnyStatus(actor, rest), " AND ");
  const rows = await readRows<{ status: TicketStatus; count: number; cards: CardRow[] }>(Prisma.sql`
    SELECT s."status"::text, n."count", coalesce(c."cards", '[]') AS "cards"
    FROM unnest(${columns}::"TicketStatus"[]) WITH ORDINALITY AS s("status", "place")
    CROSS JOIN LATERAL (SELECT count(*)::int AS "count" FROM (
      SELECT 1 FROM "Ticket" t WHERE t."status" = s."status" AND ${where} LIMIT ${mostCounted + 1}) k) n
    CROSS JOIN LATERAL (SELECT json_agg(row_to_json(r)) AS "cards" FROM (
      SELECT ${lineColumns}, t."boardGated", t."requesterId", t."ownerPersonId", t."ownerBodyId",
        (SELECT count(*)::int FROM "Ticket" pt WHERE pt."parentId" = t."id" AND pt."status" NOT IN ('done', 'declined', 'duplicate')) AS "openParts",
        CASE WHEN f."id" IS NOT NULL THEN json_build_object('authorId', f."authorId", 'sourceKey', f."sourceKey",
          'status', f."status", 'closedAs', f."closedAs") END AS "from",
CASE WHEN t."boardGated" OR t."bouncedAt" IS NOT NULL THEN ${decisionJson} END AS "decision"
      FROM ${lineTables} WHERE t."status" = s."status" AND ${where}
      ORDER BY t."priority" DESC, t."updatedAt" DESC, t."id" DESC
      LIMIT CASE WHEN s."status"::text = ${more ?? ""} THEN ${mostCards}::int ELSE ${cardsPerColumn}::int END) r) c
    ORDER BY s."place"`);
  return rows.map(({ cards, ...column }) => ({ ...column, cards: cards.map((card) => cardOf(actor, card)) }));
}

function cardOf(actor: Actor, row: CardRow): BoardCard {
  const { boardGated, requesterId, ownerPersonId, ownerBodyId, openParts, from, decision, ...card } = row;
  const facts = ticketFactsOf(
    {
      ...{ boardGated, requesterId, ownerPersonId, ownerBodyId },
      ...{ status: card.status, destination: card.destination },
      // Details are weighed where a draft is filed, and no draft is on the board.
      ...{ requestType: card.requestType, details: null },
      _count: { splitEntries: 0, blockedBy: card.openBlockers, children: openParts },
      proposal: from,
    },
    decision,
  );
  return { ...card, moves: allowedMoves(ticketMachine, actor, facts) };
}
