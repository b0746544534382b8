import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { gateOf, type TicketFacts } from "./policy";
import { hasValidDetails } from "./request-types/parse-details";
import { ticketsVisibleTo } from "./visibility";

/** A ticket as a command holds it: what identifies the row, and what its moves are weighed on. */
export interface HeldTicket {
  id: number;
  number: number;
  version: number;
  proposalId: number | null;
  proposalNumber: number | null;
  executive: boolean;
  requestType: string | null;
  parentId: number | null;
  bundleId: number | null;
  /** Of an initiative: when it is planned. */
  quarter: string | null;
  /** When it went to the board last; until then its proposal's decision counts. */
  bouncedAt: Date | null;
  facts: TicketFacts;
}

/** What tells whether the board's part is settled: the last decision, and whether its minutes can be read. */
export interface GateColumns {
  outcome: string;
  /** A decision of the past, recorded for an imported thread, has no meeting here: its source is its record. */
  meetingId: number | null;
  sourceUrl: string | null;
  ballotId: number | null;
  meeting: { minutesStatus: string } | null;
}

const gateSelect = {
  outcome: true,
  meetingId: true,
  sourceUrl: true,
  ballotId: true,
  meeting: { select: { minutesStatus: true } },
} as const satisfies Prisma.DecisionSelect;

export const heldSelect = {
  id: true,
  number: true,
  version: true,
  status: true,
  destination: true,
  requestType: true,
  details: true,
  boardGated: true,
  requesterId: true,
  ownerPersonId: true,
  ownerBodyId: true,
  proposalId: true,
  bouncedAt: true,
  decisions: { orderBy: { id: "desc" }, take: 1, select: { ...gateSelect, decidedAt: true } },
  agendaItems: {
    where: { status: { not: "withdrawn" } },
    orderBy: { id: "desc" },
    take: 1,
    select: { createdAt: true },
  },
  parentId: true,
  bundleId: true,
  quarter: true,
  _count: {
    select: {
      splitEntries: true,
      blockedBy: { where: { blocker: { status: { notIn: ["done", "declined", "duplicate"] } } } },
      children: { where: { status: { notIn: ["done", "declined", "duplicate"] } } },
    },
  },
  proposal: {
    select: {
      number: true,
      authorId: true,
      sourceKey: true,
      status: true,
      closedAs: true,
      visibility: true,
      decisions: {
        orderBy: { id: "desc" },
        take: 1,
        select: gateSelect,
      },
    },
  },
} as const satisfies Prisma.TicketSelect;

type HeldRow = Prisma.TicketGetPayload<{ select: typeof heldSelect }>;

/**
 * The ticket of that number with the facts for its moves, if this actor may see it. The row of its proposal is
 * locked first: the last two tickets of a proposal, finished at once, wait for each other, and the second closes it.
 */
export async function holdTicket(tx: Tx, actor: Actor, number: number): Promise<HeldTicket | null> {
  const where: Prisma.TicketWhereInput = { number, AND: ticketsVisibleTo(actor) };
  const found = await tx.ticket.findFirst({ where, select: { proposalId: true } });
  if (!found) return null;
  if (found.proposalId !== null) await lockProposal(tx, found.proposalId);
  const row = await tx.ticket.findFirst({ where, select: heldSelect });
  return row ? heldOf(row) : null;
}

/** Makes whoever else splits, confirms or finishes tickets of this proposal wait until this transaction ends. */
export async function lockProposal(tx: Tx, proposalId: number): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Proposal" WHERE "id" = ${proposalId} FOR NO KEY UPDATE`;
}

function heldOf(row: HeldRow): HeldTicket {
  const { id, number, version, proposalId, requestType, parentId, bundleId, quarter, bouncedAt, proposal } =
    row;
  const executive = proposal?.visibility === "executive";
  const proposalNumber = proposal?.number ?? null;
  return {
    id,
    number,
    version,
    proposalId,
    proposalNumber,
    executive,
    requestType,
    parentId,
    bundleId,
    quarter,
    bouncedAt,
    facts: ticketFactsOf({ ...row, isOnAgenda: isOnAgenda(row) }, decisionOn(row)),
  };
}

/** An item of an earlier time before the board is over. */
function isOnAgenda({ bouncedAt, agendaItems: [item] }: HeldRow): boolean {
  return item !== undefined && bouncedAt !== null && item.createdAt >= bouncedAt;
}

/**
 * The decision that opens or shuts the gate of a ticket: the last one on itself since it went to the board, or, where it
 * never did, the last one on its proposal. `board_has_cleared` in the database says the same.
 */
function decisionOn({ bouncedAt, decisions, proposal }: HeldRow): GateColumns | null {
  if (!bouncedAt) return proposal?.decisions[0] ?? null;
  const [own] = decisions;
  return own && own.decidedAt >= bouncedAt ? own : null;
}

type FactsRow = Pick<
  HeldRow,
  | "status"
  | "destination"
  | "boardGated"
  | "requesterId"
  | "ownerPersonId"
  | "ownerBodyId"
  | "requestType"
  | "details"
> & {
  isOnAgenda?: boolean;
  _count: { splitEntries: number; blockedBy: number; children: number };
  proposal: { authorId: number; sourceKey: string | null; status: string; closedAs: string | null } | null;
};

/** What the moves of a ticket are weighed on, from its row and the decision that counts for it. */
export function ticketFactsOf(row: FactsRow, decision: GateColumns | null): TicketFacts {
  return {
    status: row.status,
    destination: row.destination,
    boardGated: row.boardGated,
    gate: gateOf({
      boardGated: row.boardGated,
      outcome: decision?.outcome ?? null,
      minutesPublished: decision ? isOnRecord(decision) : false,
    }),
    boardOutcome: decision?.outcome ?? null,
    requesterId: row.requesterId,
    ownerPersonId: row.ownerPersonId,
    ownerBodyId: row.ownerBodyId,
    hasDetailsValid: row.destination !== "infra" || hasValidDetails(row.requestType, row.details),
    proposalRequesterId: row.proposal?.authorId ?? null,
    isProposalImported: row.proposal?.sourceKey != null,
    proposalStatus: row.proposal?.status ?? null,
    proposalClosedAs: row.proposal?.closedAs ?? null,
    openBlockers: row._count.blockedBy,
    openParts: row._count.children,
    isOnAgenda: row.isOnAgenda ?? false,
    accountsFor: row._count.splitEntries,
  };
}

/** Outside of a meeting a decision is on record where it can be read: in its source, or in its ballot. */
function isOnRecord({ meetingId, sourceUrl, ballotId, meeting }: GateColumns): boolean {
  return meetingId === null ? (sourceUrl ?? ballotId) !== null : meeting?.minutesStatus === "published";
}
