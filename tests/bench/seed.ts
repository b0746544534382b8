import pg from "pg";
import { regionStatements } from "./seed-region";
import { statements } from "./seed-sql";
import { texts } from "./texts";

const serials = ["Body", "Person", "Proposal", "MeetingSeries", "Meeting", "Ticket", "Region", "Capability"];

/** Fills an empty database in bulk: without the triggers, which watch single deeds, but with every table's own checks. */
export async function seedBench(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    for (const { sql, texts: names = [] } of statements) {
      await client.query(
        sql,
        names.map((name) => texts[name]),
      );
    }
    for (const { sql, values = [] } of regionStatements) await client.query(sql, values);
    for (const table of serials) await client.query(afterLast(table, "id"));
    for (const table of ["Proposal", "Ticket"]) await client.query(afterLast(table, "number"));
    await client.query("SET session_replication_role = origin");
    await client.query("VACUUM ANALYZE"); // as autovacuum would have left it
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
}

/** Rows came with their numbers: the next one has to follow them. */
function afterLast(table: string, column: string): string {
  return `SELECT setval(pg_get_serial_sequence('"${table}"', '${column}'), (SELECT max("${column}") FROM "${table}"))`;
}
