import pg from "pg";
import { expect, inject, it } from "vitest";
import { findingsOfChain } from "@/lib/audit/chain/findings";
import { sealSettled } from "@/lib/audit/chain/seal";
import { verifyChain } from "@/lib/audit/chain/verify";
import { sealEvents } from "@/lib/audit/commands/seal-events";
import { now } from "@/lib/clock";
import { pool } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { done } from "@/lib/result";
import { record } from "@/lib/workflow/events";
import { aPerson } from "../../factories/people";
import { freshDatabase } from "../../support/database";

const tables = ["Person", "Event", "AuditEntry", "Seal"];

it("a chain holds in the database that a backup is restored into, and goes on there", async () => {
  const author = await aPerson();
  for (let count = 0; count < 30; count += 1) {
    await transact(async (tx) => {
      const event = { type: "person.waved", subject: "person", subjectId: author.personId, data: { count } };
      return done(await record(tx, author, event));
    });
    if (count % 10 === 0) await sealEvents();
  }
  await sealEvents();
  const there = await freshDatabase(inject("server"), inject("template"));
  const client = new pg.Client({ connectionString: there.url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const table of tables) {
      const { rows } = await pool.query(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
      const json = JSON.stringify(rows.map(({ row }) => row));
      await client.query(
        `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
        [json],
      );
    }
    // The numbers of transactions are those of another cluster, and may be anything.
    await client.query(`UPDATE "Event" SET "tx" = 9000000000000 + "id"`);
    await client.query(`SELECT setval('"Event_id_seq"', (SELECT max("id") FROM "Event"))`);
    await client.query("SET session_replication_role = origin");
    const { head, ...verified } = await verifyChain(client);
    expect(verified).toMatchObject({ broken: undefined, rows: 30 });

    await client.query(
      `INSERT INTO "Event" ("type", "subject", "subjectId") VALUES ('person.waved', 'person', 1)`,
    );
    expect(await sealSettled(client, now())).toEqual({ seals: 1, waiting: false });
    expect(await verifyChain(client)).toMatchObject({
      broken: undefined,
      seals: verified.seals + 1,
      rows: 31,
    });
    const findings = await findingsOfChain(client, head?.hash.slice(0, 20));
    expect(findings.filter(({ well }) => !well)).toEqual([]);
    expect(findings.at(-1)?.sentence).toContain("all that was sealed until then is as it was");
  } finally {
    await client.end();
    await there.drop();
  }
});
