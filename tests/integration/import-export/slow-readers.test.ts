import { describe, expect, it } from "vitest";
import { db, Prisma, pool } from "@/lib/db/client";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { inSnapshot } from "@/lib/import-export/export-queries/snapshot";
import { thePublic } from "@/lib/workflow/actor";
import { aProposal } from "../../factories/proposals";

describe("readers of an export who take it slowly", () => {
  it("leave connections for everybody else, and get their turn one after another", async () => {
    await aProposal().inDiscussion();
    const readers = Array.from({ length: 25 }, () => exportAll(thePublic)[Symbol.asyncIterator]());
    const begun = readers.map((reader) => reader.next());
    await begun[0];
    expect(await db.proposal.count()).toBeGreaterThan(0);
    expect(pool.totalCount - pool.idleCount).toBeLessThan(5);
    await Promise.all(readers.map((reader) => reader.return?.()));
    expect((await Promise.all(begun)).every(({ value }) => String(value).startsWith("{"))).toBe(true);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it("lose it when they do not come back, so that it holds no connection", async () => {
    const slow = inSnapshot(async function* (ask) {
      yield await ask(Prisma.sql`SELECT 1 AS "one"`);
      yield await ask(Prisma.sql`SELECT 2 AS "two"`);
    }, 1)[Symbol.asyncIterator]();
    await slow.next();
    await expect.poll(() => pool.idleCount === pool.totalCount).toBe(true);
    await expect(slow.next()).rejects.toThrow("not taken in time");
    for await (const rows of inSnapshot((ask) => one(ask))) expect(rows).toEqual([{ one: 1 }]);
  });
});

async function* one(ask: Parameters<Parameters<typeof inSnapshot>[0]>[0]) {
  yield await ask(Prisma.sql`SELECT 1 AS "one"`);
}
