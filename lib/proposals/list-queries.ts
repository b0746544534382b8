import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import { type KeyKind, readCursor, writeCursor } from "../list-cursor";
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

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
}

const pageSize = 25;

/** What a list is sorted by, before the id: each has an index that holds it in this order. */
interface Order {
  keys: { sql: Prisma.Sql; kind: KeyKind }[];
  descending: boolean;
}

const changed = { sql: Prisma.sql`p."updatedAt"`, kind: "instant" } as const;

const orders: Readonly<Record<ListSort, Order>> = {
  changed: { keys: [changed], descending: true },
  newest: {
    keys: [{ sql: Prisma.sql`coalesce(p."publishedAt", p."createdAt")`, kind: "instant" }],
    descending: true,
  },
  number: { keys: [{ sql: Prisma.sql`p."number"`, kind: "number" }], descending: false },
  title: { keys: [{ sql: Prisma.sql`left(lower(p."title"), 80)`, kind: "text" }], descending: false },
  questions: {
    keys: [{ sql: Prisma.sql`p."openQuestions"`, kind: "number" }, changed],
    descending: true,
  },
};

const casts: Readonly<Record<KeyKind, Prisma.Sql>> = {
  instant: Prisma.sql`::timestamptz`,
  number: Prisma.sql`::int`,
  text: Prisma.sql`::text`,
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
      json_build_array(${Prisma.join(order.keys.map(({ sql }) => sql))}) AS "keys"
    FROM "Proposal" p JOIN "Person" a ON a."id" = p."authorId" LEFT JOIN "Body" s ON s."id" = p."sigId"
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${orderSql(order)} LIMIT ${size + 1}`;
  // A filter's statement is planned for its values: a plan for any SIG and any words would be a poor one for most.
  const rows = isPlain(filter) ? await readRows<Row>(statement) : await db.$queryRaw<Row[]>(statement);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const items = shown.map(({ keys, ...line }) => line);
  return rows.length > size && last
    ? { items, nextCursor: writeCursor({ keys: last.keys.map(String), id: last.id }) }
    : { items };
}

function orderSql({ keys, descending }: Order): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.join(
    [...keys.map(({ sql }) => sql), Prisma.sql`p."id"`].map((sql) => Prisma.sql`${sql} ${direction}`),
  );
}

function afterSql({ keys, descending }: Order, text: string | undefined): Prisma.Sql[] {
  const cursor = readCursor(
    text,
    keys.map(({ kind }) => kind),
  );
  if (!cursor) return [];
  const columns = Prisma.join([...keys.map(({ sql }) => sql), Prisma.sql`p."id"`]);
  const values = Prisma.join([
    ...keys.map(({ kind }, place) => Prisma.sql`${cursor.keys[place]}${casts[kind]}`),
    Prisma.sql`${cursor.id}::int`,
  ]);
  return [Prisma.sql`(${columns}) ${descending ? Prisma.sql`<` : Prisma.sql`>`} (${values})`];
}
