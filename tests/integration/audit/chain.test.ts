import fc from "fast-check";
import pg, { type PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealedColumns } from "@/lib/audit/chain/canonical";
import { countUnsealed, findSeal, type Verified, verifyChain } from "@/lib/audit/chain/verify";
import { checkChain } from "@/lib/audit/commands/check-chain";
import { sealEvents } from "@/lib/audit/commands/seal-events";
import { db, pool } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { done } from "@/lib/result";
import { record } from "@/lib/workflow/events";
import { aPerson, type Person } from "../../factories/people";

let client: PoolClient;
let author: Person;
beforeAll(async () => {
  client = await pool.connect();
  author = await aPerson();
});
afterAll(() => client.release());

const wave = (data = {}) =>
  transact(async (tx) => {
    const event = { type: "person.waved", subject: "person", subjectId: author.personId, data };
    return done(await record(tx, author, event));
  });

const insert = `INSERT INTO "Event" ("type", "subject", "subjectId") VALUES ('person.waved', 'person', 1) RETURNING "id"`;

const verify = () => verifyChain(client);
const sealedEvents = async () => (await db.seal.aggregate({ _sum: { events: true } }))._sum.events ?? 0;

describe("seals", () => {
  it("cover everything that was there before there were any", async () => {
    for (let count = 0; count < 5; count += 1) await wave({ count });
    expect(await countUnsealed(client)).toBe(await db.event.count());
    expect(await sealEvents()).toEqual({ seals: 1, waiting: false });
    expect(await sealEvents()).toEqual({ seals: 0, waiting: false });
    expect(await countUnsealed(client)).toBe(0);
    expect(await verify()).toMatchObject({ seals: 1, broken: undefined, rows: await db.event.count() });
  });

  it("skip no event whose transaction was open while a later one was saved", async () => {
    const slow = await pool.connect();
    await slow.query("BEGIN");
    const { rows } = await slow.query<{ id: string }>(insert);
    const early = BigInt(rows[0]?.id ?? 0);
    const late = await wave();
    expect(late.ok && late.value > early).toBe(true);

    expect(await sealEvents(0)).toEqual({ seals: 0, waiting: true });
    expect(await countUnsealed(client)).toBe(1);
    await slow.query("COMMIT");
    slow.release();
    expect(await sealEvents()).toEqual({ seals: 1, waiting: false });
    expect(await db.seal.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ events: 2 });
    expect((await verify()).broken).toBeUndefined();
  });

  it("wait for a transaction that ends meanwhile, whether it saves or not", async () => {
    for (const ending of ["COMMIT", "ROLLBACK"]) {
      const slow = await pool.connect();
      await slow.query("BEGIN");
      await slow.query(insert);
      await wave();
      const sealing = sealEvents();
      await slow.query(ending);
      slow.release();
      expect(await sealing).toEqual({ seals: 1, waiting: false });
      expect(await countUnsealed(client)).toBe(0);
      expect((await verify()).broken).toBeUndefined();
    }
  });

  it("do not wait for those who only read, nor for those who come later", async () => {
    const reader = await pool.connect();
    await reader.query("BEGIN");
    await reader.query(`SELECT count(*) FROM "Event"`);
    await wave();
    expect(await sealEvents(0)).toEqual({ seals: 1, waiting: false });
    await reader.query("COMMIT");
    reader.release();
  });

  it("hold each event once, while ten people write and three servers seal", async () => {
    const writers = Array.from({ length: 10 }, async (_, who) => {
      for (let count = 0; count < 8; count += 1) await wave({ who, count });
    });
    const sealers = Array.from({ length: 3 }, async () => {
      for (let count = 0; count < 6; count += 1) await sealEvents();
    });
    await Promise.all([...writers, ...sealers]);
    await sealEvents();
    expect(await sealedEvents()).toBe(await db.event.count());
    expect((await verify()).broken).toBeUndefined();
  }, 120_000);

  it("cover every column of what they seal, or it is said here why not", async () => {
    const left = { Event: ["tx"], AuditEntry: [] }; // what a transaction's number meant is lost with its cluster
    for (const [table, kinds] of Object.entries(sealedColumns)) {
      const { rows } = await pool.query<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [table],
      );
      const columns = [...Object.keys(kinds), ...left[table as keyof typeof left]];
      expect(rows.map(({ name }) => name).sort()).toEqual(columns.sort());
    }
  });

  it("say the same whatever the session's zone and notation are", async () => {
    const head = (await verify()).head?.hash;
    await client.query("BEGIN");
    try {
      await client.query(`SET LOCAL TimeZone = 'Asia/Kathmandu'; SET LOCAL DateStyle = 'German, DMY';
      SET LOCAL extra_float_digits = 0; SET LOCAL escape_string_warning = off; SET LOCAL IntervalStyle = 'iso_8601'`);
      expect(await verify()).toMatchObject({ broken: undefined, head: { hash: head } });
    } finally {
      await client.query("ROLLBACK");
    }
  });

  it("are only added to, like what they seal", async () => {
    for (const table of ["Seal", "AuditEntry"]) {
      if (table === "AuditEntry") {
        await pool.query(
          `INSERT INTO "AuditEntry" ("kind", "type", "subject") VALUES ('export', 'export.made', 'export')`,
        );
      }
      for (const sql of [
        `UPDATE "${table}" SET "id" = 900`,
        `DELETE FROM "${table}"`,
        `TRUNCATE "${table}" CASCADE`,
      ]) {
        await expect(pool.query(sql)).rejects.toThrow(/append-only/);
      }
    }
  });
});

describe("whoever rules the database", () => {
  const columns = Object.entries(sealedColumns).flatMap(([table, kinds]) =>
    Object.entries(kinds).map(([name, kind]) => ({ table, name, kind })),
  );
  const others = {
    number: (old: string) => `coalesce(${old}, 0) + 100000`,
    text: (old: string) => `coalesce(${old}::text, '') || 'x'`,
    instant: (old: string) => `${old} + interval '1 millisecond'`,
    json: (old: string) => `${old} || '{"added": 9007199254740993}'`,
  };

  beforeAll(async () => {
    for (let count = 0; count < 12; count += 1) {
      await wave({ count, words: `number ${count}`, nested: { some: [1, 2.5, null, true] } });
      await pool.query(
        `INSERT INTO "AuditEntry" ("kind", "type", "subject", "data") VALUES ('export', 'export.made', 'export', '{"what": "tickets"}')`,
      );
      if (count % 3 === 0) await sealEvents();
    }
    await pool.query(`SELECT nextval('"Event_id_seq"')`); // a place that was given and stayed empty
    await wave();
    await sealEvents();
  });

  /** Does it with every trigger off, looks, and undoes it. */
  async function afterwards(sql: string): Promise<{ changed: number; seen: Verified | undefined }> {
    await client.query("BEGIN");
    try {
      await client.query("SET LOCAL session_replication_role = replica");
      const { rowCount } = await client.query(sql);
      return { changed: rowCount ?? 0, seen: await verify() };
    } catch (error) {
      const refused = error instanceof pg.DatabaseError && error.code?.startsWith("23");
      if (refused) return { changed: 0, seen: undefined }; // by an index or a check, which no trigger is
      throw error;
    } finally {
      await client.query("ROLLBACK");
    }
  }

  const nth = (table: string, place: number) =>
    `(SELECT "id" FROM "${table}" ORDER BY "id" OFFSET ${place} % (SELECT count(*) FROM "${table}")::int LIMIT 1)`;

  const change = fc
    .record({ at: fc.nat(1000), column: fc.constantFrom(...columns) })
    .map(({ at, column }) => {
      const { table, name, kind } = column;
      const type =
        name === "visibility"
          ? `CASE "visibility" WHEN 'public' THEN 'executive' ELSE 'public' END::"Visibility"`
          : null;
      const id = name === "id" ? `(SELECT max("id") + 1 - 1000000 FROM "${table}")` : null;
      return `UPDATE "${table}" SET "${name}" = ${type ?? id ?? others[kind](`"${name}"`)} WHERE "id" = ${nth(table, at)}`;
    });
  const removal = fc
    .record({ at: fc.nat(1000), table: fc.constantFrom("Event", "AuditEntry") })
    .map(({ at, table }) => `DELETE FROM "${table}" WHERE "id" = ${nth(table, at)}`);
  const swap = fc.record({ at: fc.nat(1000), by: fc.integer({ min: 1, max: 11 }) }).map(({ at, by }) => {
    const [one, other] = [nth("Event", at), nth("Event", at + by)];
    const values = [`(1, ${one}, ${other})`, `(2, ${other}, ${one})`].join(", ");
    return `UPDATE "Event" e SET "data" = o."data", "at" = o."at", "type" = o."type"
        FROM (VALUES ${values}) AS pair(n, here, there) JOIN "Event" o ON o."id" = pair.there
        WHERE e."id" = pair.here AND o."data" IS DISTINCT FROM e."data"`;
  });
  const forgery = fc.constantFrom(
    `INSERT INTO "Event" ("id", "type", "subject", "subjectId")
      SELECT min(g), 'person.waved', 'person', 1 FROM generate_series(1, (SELECT max("id") FROM "Event")) g
      WHERE NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."id" = g)`,
    `INSERT INTO "Event" ("id", "type", "subject", "subjectId") VALUES (-5, 'person.waved', 'person', 1)`,
    `INSERT INTO "AuditEntry" ("id", "kind", "type", "subject") VALUES (0, 'export', 'export.made', 'export')`,
    `UPDATE "Event" SET "at" = 'infinity' WHERE "id" = ${nth("Event", 3)}`,
  );
  const ofSeals = fc
    .record({
      at: fc.nat(1000),
      set: fc.constantFrom(
        `"at" = "at" + interval '1 millisecond'`,
        `"toEvent" = "toEvent" + 1`,
        `"toEntry" = "toEntry" - 1`,
        `"events" = "events" + 1`,
        `"entries" = "entries" - 1`,
        `"form" = 2`,
        `"id" = "id" + 1000`,
        `"hash" = repeat('a', 64)`,
        `"previous" = repeat('b', 64)`,
      ),
    })
    .map(({ at, set }) => `UPDATE "Seal" SET ${set} WHERE "id" = ${nth("Seal", at)}`);

  it("cannot change, remove, add, move or date anything that is sealed without being seen", async () => {
    const tampering = fc.oneof({ weight: 4, arbitrary: change }, removal, swap, forgery, ofSeals);
    let done = 0;
    await fc.assert(
      fc.asyncProperty(tampering, async (sql) => {
        const { changed, seen } = await afterwards(sql);
        if (changed === 0) return;
        done += 1;
        expect([sql, seen?.broken?.sentence]).toEqual([sql, expect.stringMatching(/^Seal \d+/)]);
      }),
      { numRuns: 300, seed: 63 },
    );
    expect(done).toBeGreaterThan(200);
    expect((await verify()).broken).toBeUndefined();
  }, 120_000);

  it("is told by the first broken place where to look", async () => {
    const seals = await db.seal.findMany({ orderBy: { id: "asc" } });
    const [before, seal] = seals.slice(-3);
    if (!before || !seal) throw new Error("there are seals");
    const { seen } = await afterwards(`UPDATE "Event" SET "data" = '{}' WHERE "id" = ${seal.toEvent}`);
    expect(seen).toMatchObject({ breaks: 1, broken: { seal: seal.id } });
    expect(seen?.broken?.sentence).toContain(`events ${before.toEvent + 1n} to ${seal.toEvent}`);
    const { seen: shorter } = await afterwards(`DELETE FROM "Event" WHERE "id" = ${seal.toEvent}`);
    expect(shorter?.broken?.sentence).toContain(
      `${seal.events} events were sealed, and ${seal.events - 1} are there`,
    );
  });

  it("cannot take a seal out of the middle; what is gone at the end is missed by whoever wrote its hash down", async () => {
    const seals = await db.seal.findMany({ orderBy: { id: "asc" } });
    const [first, last] = [seals[0], seals.at(-1)];
    if (!first || !last) throw new Error("there are seals");
    expect((await afterwards(`DELETE FROM "Seal" WHERE "id" = 2`)).seen?.broken?.sentence).toContain(
      "Seal 2 is missing",
    );
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(`DELETE FROM "Seal" WHERE "id" = ${last.id}`);
    expect((await verify()).broken).toBeUndefined();
    expect(await findSeal(client, last.hash)).toBeUndefined();
    expect(await findSeal(client, first.hash)).toMatchObject({ id: first.id });
    await client.query("ROLLBACK");
  });

  it("finds a note of every look in the portal, and of what it found", async () => {
    const { head } = await checkChain();
    expect(await db.chainCheck.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      ...{ brokenAt: null, complaint: null, seals: head?.id },
    });
  });
});
