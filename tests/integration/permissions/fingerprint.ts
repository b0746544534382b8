import { pool } from "@/lib/db/client";

/** What changes when somebody merely calls, and what notes that they tried. */
const unnoticed = [
  ...["ApiToken", "RateLimit", "Session", "_prisma_migrations"],
  ...["AuditEntry", "AuditOrigin", "TokenSighting"],
];

let sql: string | undefined;

/** Each table with a number that is another one when any of its rows is. */
export async function fingerprint(): Promise<Record<string, string>> {
  sql ??= await sqlOfAll();
  const { rows } = await pool.query<{ name: string; print: string }>(sql);
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

/** Names of the tables that differ. */
export function changedBetween(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}

async function sqlOfAll(): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS "name" FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND NOT table_name = ANY($1) ORDER BY 1`,
    [unnoticed],
  );
  return rows
    .map(
      ({ name }) => `SELECT '${name}' AS "name",
        count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS "print" FROM "${name}" t`,
    )
    .join(" UNION ALL ");
}
