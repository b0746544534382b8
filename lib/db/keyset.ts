import { type KeyKind, readCursor, writeCursor } from "../list-cursor";
import { Prisma } from "./client";

export interface Page<T> {
  items: T[];
  /** Opaque; absent on the last page. */
  nextCursor?: string;
}

/** One column of an order, as SQL over the list's rows. */
export interface SortKey {
  sql: Prisma.Sql;
  kind: KeyKind;
  /** From the cursor's text, where the kind alone does not say it. */
  cast?: Prisma.Sql;
  /** Whether the database knows this value; another one in a cursor is no place in the list. */
  isKnown?: (text: string) => boolean;
}

/** What a list is sorted by; the id settles ties. Each order has an index that holds it so. */
export interface Order {
  keys: readonly SortKey[];
  id: Prisma.Sql;
  descending: boolean;
}

const casts: Readonly<Record<KeyKind, Prisma.Sql>> = {
  instant: Prisma.sql`::timestamptz`,
  number: Prisma.sql`::int`,
  text: Prisma.sql`::text`,
};

/** What stands behind ORDER BY. */
export function orderSql({ keys, id, descending }: Order): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.join([...keys.map(({ sql }) => sql), id].map((sql) => Prisma.sql`${sql} ${direction}`));
}

/** The condition that a page begins behind its cursor; none on the first page, nor for a cursor that makes no sense. */
export function afterSql({ keys, id, descending }: Order, text: string | undefined): Prisma.Sql[] {
  const kinds = keys.map(({ kind }) => kind);
  const cursor = readCursor(text, kinds);
  if (!cursor) return [];
  const values = cursor.keys;
  if (keys.some(({ isKnown }, place) => isKnown && !isKnown(values[place] ?? ""))) return [];
  const columns = Prisma.join([...keys.map(({ sql }) => sql), id]);
  const place = Prisma.join([
    ...keys.map(({ kind, cast = casts[kind] }, at) => Prisma.sql`${values[at]}${cast}`),
    Prisma.sql`${cursor.id}::int`,
  ]);
  return [Prisma.sql`(${columns}) ${descending ? Prisma.sql`<` : Prisma.sql`>`} (${place})`];
}

/** The order's own values of a row, which its page ends at: a column named "keys". */
export function keysSql({ keys }: Order): Prisma.Sql {
  return Prisma.sql`json_build_array(${Prisma.join(keys.map(({ sql }) => sql))}) AS "keys"`;
}

/** A page of rows of which one more than `size` was asked for. */
export function pageOf<Row extends { id: number; keys: string[] }>(
  rows: readonly Row[],
  size: number,
): Page<Omit<Row, "keys">> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const items = shown.map(({ keys: _, ...line }) => line);
  if (rows.length <= size || !last) return { items };
  return { items, nextCursor: writeCursor({ keys: last.keys.map(String), id: last.id }) };
}
