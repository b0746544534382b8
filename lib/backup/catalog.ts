import pg from "pg";
import { columnsLeftOut } from "./archive";

export interface Table {
  name: string;
  /** Without those that the database makes of others. */
  columns: string[];
}

/** The portal's tables with what has to be written to them, without the list of migrations. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS "name", array_agg(a.attname::text ORDER BY a.attnum) AS "columns"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`);
  return rows.map(({ name, columns }) => ({
    name,
    columns: columns.filter((column) => !columnsLeftOut[name]?.includes(column)),
  }));
}

export interface Sequence {
  name: string;
  /** As text: it may be larger than a number can be. */
  last: string;
  called: boolean;
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS "name" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY 1`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: read } = await client.query<Omit<Sequence, "name">>(
      `SELECT last_value::text AS "last", is_called AS "called" FROM ${named(name)}`,
    );
    sequences.push(...read.map((values) => ({ name, ...values })));
  }
  return sequences;
}

export interface ForeignKey {
  name: string;
  table: string;
  definition: string;
}

export async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT k.conname AS "name", c.relname AS "table", pg_get_constraintdef(k.oid) AS "definition"
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 2, 1`);
  return rows;
}

/** A name as it stands in a statement: always of the portal's own schema. */
export function named(name: string): string {
  return `"public".${pg.escapeIdentifier(name)}`;
}

export function columnList(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}
