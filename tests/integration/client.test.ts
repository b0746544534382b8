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
