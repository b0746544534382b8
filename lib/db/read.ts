import { createHash } from "node:crypto";
import { pool } from "./client";
import type { Prisma } from "./generated/client";

// Names of statements by their text. A text with lists of changing length would make new ones forever: past the limit
// a statement stays without a name, and is planned each time.
const names = new Map<string, string>();
const mostNames = 300;

/**
 * Rows of a hot page, straight from the driver: the database plans the statement once for each connection, and nothing
 * stands between. Values come as pg reads them: timestamps as Date, json parsed, but bigint and numeric as strings, and
 * arrays of enums as text; cast those in the statement. The same pool as Prisma's, so it is counted and watched too.
 */
export async function readRows<Row>(sql: Prisma.Sql): Promise<Row[]> {
  const { text, values } = sql;
  const name = nameOf(text);
  const { rows } = await pool.query({ text, values, ...(name && { name }) });
  return rows as Row[]; // the caller wrote the statement that says what they are
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `read-${createHash("sha256").update(text).digest("base64url").slice(0, 24)}`;
  names.set(text, name);
  return name;
}
