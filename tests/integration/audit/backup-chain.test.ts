import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/chain/verify";
import { noteBackup, sealBeforeBackup } from "@/lib/audit/commands/note-backup";
import { sealEvents } from "@/lib/audit/commands/seal-events";
import { listAudit } from "@/lib/audit/queries";
import { startSession } from "@/lib/auth/sessions";
import { db } from "@/lib/db/client";
import { aPerson } from "../../factories/people";
import { aProposal } from "../../factories/proposals";
import { anEmptyDatabase, backedUp, restored } from "../backup/archives";

const target = await anEmptyDatabase();
afterAll(() => target.drop());

it("the chain of a backup holds where it is restored, up to what happened just before", async () => {
  const ada = await aPerson();
  await aProposal({ title: "Tabs\tand\nlines, \\N and “quotes”", by: ada }).inDiscussion();
  await sealEvents();
  await startSession(ada.personId, { seconds: 60 });
  await sealBeforeBackup();
  expect(await restored(target.url, await backedUp())).toMatchObject({ ok: true });
  const head = await db.seal.findFirstOrThrow({ orderBy: { id: "desc" } });
  const client = new pg.Client({ connectionString: target.url });
  await client.connect();
  try {
    const rows = (await db.event.count()) + (await db.auditEntry.count());
    expect(await verifyChain(client)).toMatchObject({ broken: undefined, rows, head: { hash: head.hash } });
  } finally {
    await client.end();
  }
});

it("a backup and a restore stand in the audit", async () => {
  await noteBackup({ type: "backup.made", rows: 1234 });
  await noteBackup({ type: "backup.restored", rows: 1234, takenAt: "2026-11-29T03:00:00Z" });
  const found = await listAudit({ kind: "system", name: "a test" }, { kind: "export" });
  expect(found?.items.map(({ who, sentence }) => `${who} ${sentence}`)).toEqual([
    "the command line put the backup of 2026-11-29T03:00:00Z in the place of what was there.",
    "the command line made a backup of 1234 rows.",
  ]);
});
