import { db, Prisma } from "../db/client";
import { afterSql, keysSql, type Order, orderSql, type Page, pageOf } from "../db/keyset";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import type { ListSort, ProposalFilter } from "./list-filter";
import { conditionsOf, isPlain } from "./list-filter-queries";
import type { ProposalStatus } from "./machine";
import type { closedLabels } from "./ui-text";

export type { ProposalFilter } from "./list-filter";

export interface ProposalLine {
  id: number;
  number: number;
  title: string;
  summary: string;
  status: ProposalStatus;
  closedAs: keyof typeof closedLabels | null;
  visibility: "public" | "executive";
  publishedAt: Date | null;
  updatedAt: Date;
  author: string;
  sig: string | null;
  asks: number;
  openQuestions: number;
  meeting: string | null;
}

const pageSize = 25;

const changed = { sql: Prisma.sql`p."updatedAt"`, kind: "instant" } as const;

const id = Prisma.sql`p."id"`;

const orders: Readonly<Record<ListSort, Order>> = {
  changed: { keys: [changed], id, descending: true },
  newest: {
    keys: [{ sql: Prisma.sql`coalesce(p."publishedAt", p."createdAt")`, kind: "instant" }],
    id,
    descending: true,
  },
  number: { keys: [{ sql: Prisma.sql`p."number"`, kind: "number" }], id, descending: false },
  title: { keys: [{ sql: Prisma.sql`left(lower(p."title"), 80)`, kind: "text" }], id, descending: false },
  questions: {
    keys: [{ sql: Prisma.sql`p."openQuestions"`, kind: "number" }, changed],
    id,
    descending: true,
  },
};

type Row = ProposalLine & { keys: string[] };

/** A page of the proposals that this actor may see, by keyset: the last page costs what the first does. */
export async function listProposals(
  actor: Actor,
  filter: ProposalFilter,
  cursor?: string,
  size = pageSize,
): Promise<Page<ProposalLine>> {
  const order = orders[filter.sort ?? "changed"];
  const conditions = [...conditionsOf(actor, filter), ...afterSql(order, cursor)];
  const statement = Prisma.sql`
    SELECT p."id", p."number", p."title", left(p."summary", 240) AS "summary", p."status", p."closedAs", p."visibility",
      p."publishedAt", p."updatedAt", p."openQuestions", a."name" AS "author", s."name" AS "sig",
      (SELECT count(*)::int FROM "Ask" k WHERE k."proposalId" = p."id") AS "asks",
      (SELECT m."date" FROM "AgendaItem" i JOIN "Meeting" m ON m."id" = i."meetingId"
        WHERE i."proposalId" = p."id" AND i."status" IN ('planned', 'open') LIMIT 1) AS "meeting",
      ${keysSql(order)}
    FROM "Proposal" p JOIN "Person" a ON a."id" = p."authorId" LEFT JOIN "Body" s ON s."id" = p."sigId"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${orderSql(order)} LIMIT ${size + 1}`;
  // A filter's statement is planned for its values: a plan for any SIG and any words would be a poor one for most.
  const rows = isPlain(filter) ? await readRows<Row>(statement) : await db.$queryRaw<Row[]>(statement);
  return pageOf(rows, size);
}
