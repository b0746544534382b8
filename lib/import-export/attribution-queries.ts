import { db, Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { commentVisibleSql } from "../discussion/visibility";
import { itemVisibleSql } from "../meetings/visibility";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import type { Actor } from "../workflow/actor";
import type { Moved } from "./move-attributions";

/** How much stands under a name, as far as somebody may see it. */
export interface Attributed {
  proposals: number;
  comments: number;
  questions: number;
  asks: number;
  tickets: number;
  actions: number;
}

/** Of what moved, as much as this actor may see. */
export async function countVisible(tx: Tx, actor: Actor, moved: Moved): Promise<Attributed> {
  const among = (column: Prisma.Sql, ...lists: number[][]) =>
    Prisma.sql`${column} = ANY(${lists.flat()}::int[])`;
  const counts = countsSql(actor, {
    proposal: among(Prisma.sql`p."id"`, moved.proposals),
    comment: among(Prisma.sql`c."id"`, moved.comments),
    question: among(Prisma.sql`q."id"`, moved.asked, moved.owed),
    ask: among(Prisma.sql`a."id"`, moved.ownedAsks),
    ticket: among(Prisma.sql`t."id"`, moved.ownedTickets, moved.openedTickets),
    line: among(Prisma.sql`l."id"`, moved.ownedLines),
  });
  const [row] = await tx.$queryRaw<Attributed[]>(Prisma.sql`SELECT ${counts}`);
  return row ?? nothing;
}

/** What would move if it were confirmed that a placeholder is somebody. */
export interface Under {
  would: Attributed;
  /** Some of the proposals among it. */
  proposals: { number: number; title: string }[];
}

const mostNamed = 5;

/** What stands under some placeholders, for all of them in one query. */
export async function listUnder(actor: Actor, ids: number[]): Promise<{ of(id: number): Under }> {
  const id = Prisma.sql`x."id"`;
  const counts = countsSql(actor, {
    proposal: Prisma.sql`p."authorId" = ${id}`,
    comment: Prisma.sql`c."authorId" = ${id}`,
    question: Prisma.sql`(q."askedById" = ${id} OR q."askedOfPersonId" = ${id})`,
    ask: Prisma.sql`a."ownerPersonId" = ${id}`,
    ticket: Prisma.sql`(t."ownerPersonId" = ${id} OR t."requesterId" = ${id})`,
    line: Prisma.sql`l."ownerPersonId" = ${id}`,
  });
  const rows = await db.$queryRaw<(Attributed & { id: number; named: Under["proposals"] })[]>(Prisma.sql`
    SELECT x."id", ${counts}, (SELECT coalesce(json_agg(y), '[]') FROM (SELECT p."number", p."title" FROM "Proposal" p
      WHERE p."authorId" = ${id} AND ${visibleSql(actor)} ORDER BY p."number" LIMIT ${mostNamed}) y) AS "named"
    FROM (SELECT DISTINCT unnest(${ids}::int[]) AS "id") x`);
  const found = new Map(rows.map(({ id, named, ...would }) => [id, { would, proposals: named }]));
  return { of: (wanted) => found.get(wanted) ?? { would: nothing, proposals: [] } };
}

const nothing: Attributed = { proposals: 0, comments: 0, questions: 0, asks: 0, tickets: 0, actions: 0 };

type Conditions = Record<"proposal" | "comment" | "question" | "ask" | "ticket" | "line", Prisma.Sql>;

function countsSql(actor: Actor, of: Conditions): Prisma.Sql {
  const about = (alias: Prisma.Sql) => Prisma.sql`(EXISTS (SELECT 1 FROM "Proposal" p
      WHERE p."id" = ${alias}."proposalId" AND ${visibleSql(actor)})
    OR EXISTS (SELECT 1 FROM "Ticket" t WHERE t."id" = ${alias}."ticketId" AND ${ticketVisibleSql(actor)}))`;
  return Prisma.sql`
    (SELECT count(*)::int FROM "Proposal" p WHERE ${of.proposal} AND ${visibleSql(actor)}) AS "proposals",
    (SELECT count(*)::int FROM "Comment" c WHERE ${of.comment} AND ${about(Prisma.sql`c`)} AND ${commentVisibleSql(actor)}) AS "comments",
    (SELECT count(*)::int FROM "Question" q WHERE ${of.question} AND ${about(Prisma.sql`q`)}) AS "questions",
    (SELECT count(*)::int FROM "Ask" a JOIN "Proposal" p ON p."id" = a."proposalId" WHERE ${of.ask} AND ${visibleSql(actor)}) AS "asks",
    (SELECT count(*)::int FROM "Ticket" t WHERE ${of.ticket} AND ${ticketVisibleSql(actor)}) AS "tickets",
    (SELECT count(*)::int FROM "MinuteLine" l JOIN "AgendaItem" i ON i."id" = l."itemId"
      LEFT JOIN "Proposal" p ON p."id" = i."proposalId" WHERE ${of.line} AND ${itemVisibleSql(actor)}) AS "actions"`;
}
