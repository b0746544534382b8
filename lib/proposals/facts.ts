import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import type { ProposalFacts } from "./machine";
import { visibleTo } from "./visibility";

/** A proposal as a command holds it: what identifies the row, and what its moves are weighed on. */
export interface HeldProposal {
  id: number;
  number: number;
  version: number;
  visibility: "public" | "executive";
  revision: number;
  facts: ProposalFacts;
}

/** Holds the row of a proposal until the transaction ends: what is read of it afterwards stays true. */
export async function lockNumber(tx: Tx, number: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS held FROM "Proposal" WHERE "number" = ${number} FOR NO KEY UPDATE`;
}

const openTicket: Prisma.TicketWhereInput = { status: { notIn: ["done", "declined", "duplicate"] } };

/** The proposal of that number with the facts for its moves, if this actor may see it. */
export async function holdProposal(
  tx: Tx,
  actor: Actor,
  where: { number: number } | { id: number },
): Promise<HeldProposal | null> {
  const row = await tx.proposal.findFirst({
    where: { ...where, AND: visibleTo(actor) },
    select: {
      id: true,
      number: true,
      version: true,
      visibility: true,
      revision: true,
      status: true,
      authorId: true,
      coAuthors: { select: { personId: true } },
      sourceKey: true,
      title: true,
      summary: true,
      asks: {
        select: {
          number: true,
          ownerPersonId: true,
          ownerBodyId: true,
          ownerRole: true,
          splitEntries: { select: { id: true }, take: 1 },
        },
      },
      questions: {
        where: { status: { in: ["open", "unanswered"] } },
        // What was answered in the split and opened again is owed again.
        select: {
          number: true,
          splitEntries: { where: { disposition: { not: "answered" } }, select: { id: true }, take: 1 },
        },
      },
      // What the board gives itself to do in an executive session is its own (docs/adr/039).
      agendaItems: {
        where: { visibility: "public" },
        select: {
          lines: {
            where: { kind: "action" },
            select: { id: true, splitEntries: { select: { id: true }, take: 1 } },
          },
        },
      },
      followUps: {
        where: { unmarkedAt: null },
        orderBy: { number: "asc" },
        select: { number: true, splitEntries: { select: { id: true }, take: 1 } },
      },
      decisions: {
        select: { conditions: { select: { number: true, splitEntries: { select: { id: true }, take: 1 } } } },
      },
      _count: { select: { tickets: { where: openTicket } } },
    },
  });
  if (!row) return null;
  const { id, number, version, visibility, revision, ...rest } = row;
  return { id, number, version, visibility, revision, facts: factsOf(rest) };
}

interface Placed {
  number: number;
  splitEntries: unknown[];
}

interface Row {
  status: ProposalFacts["status"];
  authorId: number;
  coAuthors: { personId: number }[];
  sourceKey: string | null;
  title: string;
  summary: string;
  asks: (Placed & { ownerPersonId: number | null; ownerBodyId: number | null; ownerRole: string | null })[];
  questions: Placed[];
  decisions: { conditions: Placed[] }[];
  agendaItems: { lines: { id: number; splitEntries: unknown[] }[] }[];
  followUps: Placed[];
  _count: { tickets: number };
}

function factsOf(row: Row): ProposalFacts {
  const conditions = row.decisions.flatMap((decision) => decision.conditions);
  const lines = row.agendaItems.flatMap((item) => item.lines).sort((a, b) => a.id - b.id);
  const actions = lines.map(({ splitEntries }, place) => ({ number: place + 1, splitEntries }));
  return {
    status: row.status,
    authorId: row.authorId,
    coAuthorIds: row.coAuthors.map(({ personId }) => personId),
    imported: row.sourceKey !== null,
    title: row.title,
    summary: row.summary,
    askCount: row.asks.length,
    asksWithoutOwner: row.asks
      .filter((ask) => !ask.ownerPersonId && !ask.ownerBodyId && !ask.ownerRole)
      .map((ask) => ask.number),
    unaccounted: [
      ...open("ask", row.asks),
      ...open("question", row.questions),
      ...open("condition", conditions),
      ...open("action", actions),
      ...open("follow-up", row.followUps),
    ],
    openTickets: row._count.tickets,
  };
}

function open(what: string, things: Placed[]): string[] {
  return things.filter((thing) => thing.splitEntries.length === 0).map((thing) => `${what} ${thing.number}`);
}
