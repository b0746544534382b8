import { expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";

it("every question that a request asks of the database is counted", async () => {
  const facts = { queries: 0, databaseGone: false };
  await requestFacts.run(facts, async () => {
    await db.$queryRaw`SELECT 1 AS one`;
    await pool.query("SELECT 2 AS two");
  });
  expect(facts).toEqual({ queries: 2, databaseGone: false });
});

it("a question that takes too long is cut off, and the request knows, also inside a transaction", async () => {
  const asked: (() => Promise<unknown>)[] = [
    // Prisma asks only once it is waited for.
    async () => await pool.query("SELECT pg_sleep(30)"),
    async () => await db.$queryRaw`SELECT pg_sleep(30)::text`,
    async () => await db.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(30)::text`),
  ];
  for (const ask of asked) {
    const facts = { queries: 0, databaseGone: false, tooSlow: false };
    await expect(requestFacts.run(facts, () => Promise.all([ask(), cutOffSleepers()]))).rejects.toThrow();
    expect(facts).toMatchObject({ databaseGone: false, tooSlow: true });
  }
});

it("each connection has the limits of a server", async () => {
  const { rows } = await pool.query("SELECT current_setting('statement_timeout') AS statement");
  expect(rows[0].statement).toBe("2min"); // tests/vitest.config.ts
});

/** What the database does by itself when the time is over: the same, without the wait. */
async function cutOffSleepers(): Promise<void> {
  const cancel = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%' AND state = 'active'`;
  while ((await pool.query(cancel)).rows.length === 0);
}
