import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import { type KeyKind, readCursor, writeCursor } from "../list-cursor";
import type { Page } from "../proposals/list-queries";
import type { Actor } from "../workflow/actor";
import { lineColumns, lineSql, lineTables, type TicketLine } from "./line-queries";
import type { TicketFilter, TicketSort } from "./list-filter";
import { conditionsOf, isPlain } from "./list-filter-queries";
import { ticketVisibleSql } from "./visibility";

export type { TicketLine } from "./line-queries";

const pageSize = 25;

/** What a list is sorted by, before the id: each has an index that holds it in this order. */
interface Order {
  keys: { sql: Prisma.Sql; kind: KeyKind; cast: Prisma.Sql }[];
  descending: boolean;
}

const changed = {
  sql: Prisma.sql`t."updatedAt"`,
  kind: "instant",
  cast: Prisma.sql`::timestamptz`,
} as const;

const orders: Readonly<Record<TicketSort, Order>> = {
  changed: { keys: [changed], descending: true },
  newest: {
    keys: [{ sql: Prisma.sql`t."number"`, kind: "number", cast: Prisma.sql`::int` }],
    descending: true,
  },
  priority: {
    keys: [
      { sql: Prisma.sql`t."priority"`, kind: "text", cast: Prisma.sql`::text::"TicketPriority"` },
      changed,
    ],
    descending: true,
  },
  due: { keys: [{ sql: Prisma.sql`t."dueOn"`, kind: "text", cast: Prisma.sql`::text` }], descending: false },
};

/** A page of the tickets that this actor may see, by keyset: the last page costs what the first does. */
export async function listTickets(
  actor: Actor,
  filter: TicketFilter,
  cursor?: string,
  size = pageSize,
): Promise<Page<TicketLine>> {
  const order = orders[filter.sort ?? "changed"];
  const conditions = [...conditionsOf(actor, filter), ...afterSql(order, cursor)];
  const statement = Prisma.sql`
    SELECT ${lineColumns}, json_build_array(${Prisma.join(order.keys.map(({ sql }) => sql))}) AS "keys" FROM ${lineTables}
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${orderSql(order)} LIMIT ${size + 1}`;
  // A filter's statement is planned for its values, as a list of proposals is (docs/adr/018).
  type Row = TicketLine & { keys: string[] };
  const rows = isPlain(filter) ? await readRows<Row>(statement) : await db.$queryRaw<Row[]>(statement);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const items = shown.map(({ keys: _, ...line }) => line);
  return rows.length > size && last
    ? { items, nextCursor: writeCursor({ keys: last.keys.map(String), id: last.id }) }
    : { items };
}

function orderSql({ keys, descending }: Order): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.join(
    [...keys.map(({ sql }) => sql), Prisma.sql`t."id"`].map((sql) => Prisma.sql`${sql} ${direction}`),
  );
}

function afterSql({ keys, descending }: Order, text: string | undefined): Prisma.Sql[] {
  const cursor = readCursor(
    text,
    keys.map(({ kind }) => kind),
  );
  if (!cursor || !isMeant(keys, cursor.keys)) return [];
  const columns = Prisma.join([...keys.map(({ sql }) => sql), Prisma.sql`t."id"`]);
  const values = Prisma.join([
    ...keys.map(({ cast }, place) => Prisma.sql`${cursor.keys[place]}${cast}`),
    Prisma.sql`${cursor.id}::int`,
  ]);
  return [Prisma.sql`(${columns}) ${descending ? Prisma.sql`<` : Prisma.sql`>`} (${values})`];
}

/** A priority that the database does not know is no place in the list. */
function isMeant(keys: Order["keys"], values: readonly string[]): boolean {
  const [first] = keys;
  return first !== orders.priority.keys[0] || /^(low|normal|high|urgent)$/.test(values[0] ?? "");
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
