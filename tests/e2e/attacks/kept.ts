import type { Portal } from "./portal";

// What an attack must leave as it was: every row of every table, but for what reading itself notes.

/** A look at a session, a token or a proposal is written down; limits count; the audit notes who tried, and is sealed. */
const notLookedAt = ["RateLimit", "ProposalVisit", "Seal", "AuditEntry", "AuditOrigin", "TokenSighting"];
const noted = ["lastSeenAt", "lastUsedAt"];

/** A fingerprint of each table, by its name. */
export async function fingerprints(portal: Portal): Promise<Map<string, string>> {
  const tables = await portal.sql<{ name: string }>(
    `SELECT "tablename" AS "name" FROM pg_tables WHERE "schemaname" = 'public' AND "tablename" <> ALL($1) ORDER BY 1`,
    [notLookedAt],
  );
  const each = tables.map(
    ({ name }) => `SELECT '${name}' AS "name", concat(count(*), ' rows, ',
      sum(hashtextextended((to_jsonb(t) - $1::text[])::text, 0)::numeric)) AS "print" FROM "${name}" t`,
  );
  const rows = await portal.sql<{ name: string; print: string }>(each.join(" UNION ALL "), [noted]);
  return new Map(rows.map(({ name, print }) => [name, print]));
}

/** Tables that are not what they were. */
export function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);
}
