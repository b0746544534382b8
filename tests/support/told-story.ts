import pg from "pg";
import { inject } from "vitest";
import { exists, freshDatabase } from "./database";
import { beginAgainWith, urlOfThisFile } from "./own-database";

const lockOfTheTeller = 63_632_022;

/**
 * Begins this test file with the demo's story. To tell it takes many seconds, so the first file of a run that asks tells
 * it, and all others get a copy of what it told.
 */
export async function withTheStory(): Promise<void> {
  const server = inject("server");
  const told = inject("told");
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lockOfTheTeller]);
    if (!(await exists(server, told))) await tell(server, told);
  } finally {
    await client.end();
  }
  await beginAgainWith(told);
}

/** In this file's own database, which becomes the one that is copied. */
async function tell(server: string, told: string): Promise<void> {
  const { seedDemo } = await import("@/prisma/seed/index");
  await seedDemo();
  const { pool } = await import("@/lib/db/client");
  const own = new URL(urlOfThisFile).pathname.slice(1);
  // Only a database that nobody is connected to can be copied.
  await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()",
    [own],
  );
  await pool.query("SELECT pg_terminate_backend(pg_backend_pid())").catch(() => {}); // it cuts itself off
  while (pool.totalCount > 0) await new Promise((later) => setTimeout(later, 1));
  await freshDatabase(server, own, told);
}
