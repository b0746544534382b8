import { db, Prisma } from "../db/client";
import { afterSql, keysSql, type Order, orderSql, type Page, pageOf, type SortKey } from "../db/keyset";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import { lineColumns, lineSql, lineTables, type TicketLine } from "./line-queries";
import type { TicketFilter, TicketSort } from "./list-filter";
import { conditionsOf, isPlain } from "./list-filter-queries";
import { ticketVisibleSql } from "./visibility";

export type { TicketLine } from "./line-queries";

const pageSize = 25;

const changed = { sql: Prisma.sql`t."updatedAt"`, kind: "instant" } as const;
const number = { sql: Prisma.sql`t."number"`, kind: "number" } as const;
const priority: SortKey = {
  sql: Prisma.sql`t."priority"`,
  kind: "text",
  cast: Prisma.sql`::text::"TicketPriority"`,
  isKnown: (text) => /^(low|normal|high|urgent)$/.test(text),
};
const due = { sql: Prisma.sql`t."dueOn"`, kind: "text" } as const;
const id = Prisma.sql`t."id"`;

const orders: Readonly<Record<TicketSort, Order>> = {
  changed: { keys: [changed], id, descending: true },
  newest: { keys: [number], id, descending: true },
  priority: { keys: [priority, changed], id, descending: true },
  due: { keys: [due], id, descending: false },
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
    SELECT ${lineColumns}, ${keysSql(order)} FROM ${lineTables}
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY ${orderSql(order)} LIMIT ${size + 1}`;
  // A filter's statement is planned for its values, as a list of proposals is (docs/adr/018).
  type Row = TicketLine & { keys: string[] };
  const rows = isPlain(filter) ? await readRows<Row>(statement) : await db.$queryRaw<Row[]>(statement);
  return pageOf(rows, size);
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
