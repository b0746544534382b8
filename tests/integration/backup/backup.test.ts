import { Writable } from "node:stream";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { startSession } from "@/lib/auth/sessions";
import { courseFor } from "@/lib/backup/rebuild";
import { writeBackup } from "@/lib/backup/write-backup";
import { db } from "@/lib/db/client";
import { addressOf, asAdministrator, migrate, quoted, readMigrations } from "@/lib/db/migrate";
import { migrateOutbox } from "@/lib/outbox/worker";
import { aComment } from "../../factories/discussion";
import { theBoard } from "../../factories/people";
import { aProposal, type Made } from "../../factories/proposals";
import { aSplit } from "../../factories/tickets";
import { ask } from "../../support/database";
import { migrateUntil } from "../../support/earlier-release";
import { anEmptyDatabase, backedUp, changed, digests, restored, urlOfSource } from "./archives";

const dropped: (() => Promise<void>)[] = [];
async function aTarget(): Promise<string> {
  const { url, drop } = await anEmptyDatabase();
  dropped.push(drop);
  return url;
}
afterEach(async () => {
  for (const drop of dropped.splice(0)) await drop();
});

let proposal: Made;
beforeAll(async () => {
  const { ada } = await theBoard();
  proposal = await aProposal({ title: "Tabs\tand\nlines, \\N and “quotes”" }).inDiscussion();
  await aProposal({ by: ada, executive: true }).inDiscussion();
  await aSplit();
  await startSession(ada.personId, { seconds: 3600 });
});

const peopleIn = async (url: string) =>
  (await ask<{ n: number }>(url, `SELECT count(*)::int AS n FROM "Person"`))[0]?.n;

describe("a backup", () => {
  it("restored elsewhere holds the same rows, without who is signed in, and its guards stand again", async () => {
    const url = await aTarget();
    const answer = await restored(url, await backedUp());
    expect(answer).toMatchObject({ ok: true, value: { migrated: [], missing: [] } });
    expect(await digests(url)).toEqual(await digests(urlOfSource()));
    expect(await ask(url, `SELECT 1 FROM "Session"`)).toEqual([]);
    await expect(ask(url, `UPDATE "Event" SET "type" = 'forged'`)).rejects.toThrow(/append/i);
    await expect(ask(url, `UPDATE "Proposal" SET "status" = 'closed'`)).rejects.toThrow();
    await expect(
      ask(
        url,
        `INSERT INTO "Comment" ("proposalId", "authorId", "markdown", "html") VALUES (999999, 1, '', '')`,
      ),
    ).rejects.toThrow();
  });

  it("keeps the jobs that wait, and counts on from the numbers that were given", async () => {
    const url = await aTarget();
    await restored(url, await backedUp());
    const count = "SELECT count(*)::int AS n FROM graphile_worker._private_jobs";
    expect(await ask(url, count)).toEqual(await ask(urlOfSource(), count));
    const next = `SELECT nextval('"Proposal_number_seq"') AS next`;
    const [there] = await ask<{ next: string }>(url, next);
    expect(Number(there?.next)).toBeGreaterThan(
      Number((await db.proposal.aggregate({ _max: { number: true } }))._max.number),
    );
  });

  it("is of one instant, however much is written meanwhile", async () => {
    const { author, number } = proposal;
    let isOver = false;
    const writer = (async () => {
      for (let count = 0; !isOver; count += 1)
        await aComment(author, number, `While it is backed up: ${count}`);
    })();
    const archives = [await backedUp(), await backedUp()];
    isOver = true;
    await writer;
    for (const archive of archives) {
      const url = await aTarget();
      expect(await restored(url, archive)).toMatchObject({ ok: true });
      const alone = `SELECT 1 FROM "Comment" c WHERE NOT EXISTS
        (SELECT 1 FROM "Event" e WHERE e."subject" = 'comment' AND e."subjectId" = c."id")`;
      expect(await ask(url, alone)).toEqual(await ask(urlOfSource(), alone));
    }
  });

  it("that cannot be written to its end fails with why", async () => {
    const full = new Writable({
      write: (_chunk, _encoding, next) => next(new Error("ENOSPC: no space left on device")),
    });
    const wish = { url: urlOfSource(), portal: "0.3.0", withSessions: false };
    await expect(writeBackup(wish, full)).rejects.toThrow("no space left");
  });
});

describe("a restore", () => {
  it("refuses a damaged archive with the place, and leaves the database as it was", async () => {
    const archive = await backedUp();
    const url = await aTarget();
    await restored(url, archive);
    const before = await digests(url);
    const flipped = Buffer.from(archive);
    const middle = Math.floor(flipped.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 0xff;
    const last = JSON.stringify({ any: "thing" });
    const damaged: [Buffer, RegExp][] = [
      [flipped, /is damaged (in|after|at)/],
      [archive.subarray(0, archive.length - 2000), /is damaged in or after/],
      [Buffer.from("no archive at all"), /is damaged at its beginning/],
      [
        await changed(archive, (name, text) =>
          name.startsWith("tables/Person/")
            ? text.replace(/[a-z]/, (letter) => (letter === "q" ? "x" : "q"))
            : text,
        ),
        /is damaged in tables\/Person\/1\.copy: its content is not what was written/,
      ],
      [
        await changed(archive, (name, text) => (name.startsWith("tables/Ask/") ? null : text)),
        /is damaged at tables\/Ask\/1\.copy: it is missing/,
      ],
      [
        await changed(archive, (name, text) => (name === "manifest.json" ? null : text)),
        /stops before the manifest/,
      ],
      [
        await changed(archive, (name, text) => (name === "manifest.json" ? last : text)),
        /is damaged in manifest\.json/,
      ],
      [
        await changed(archive, (name, text) =>
          name.startsWith("tables/Event/") ? `${text.slice(0, 40)}\n` : text,
        ),
        /does not take the backup|is damaged/,
      ],
    ];
    for (const [bytes, sentence] of damaged) {
      const answer = await restored(url, bytes, true);
      expect(answer).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(sentence) } });
      expect(await digests(url)).toEqual(before);
    }
  });

  it("goes into an empty database only, unless it may replace what is there", async () => {
    const archive = await backedUp();
    const url = await aTarget();
    await restored(url, archive);
    await ask(url, `UPDATE "Person" SET "name" = 'Somebody else'`);
    expect(await restored(url, archive)).toMatchObject({ ok: false, refusal: { code: "refused" } });
    expect(await restored(url, archive, true)).toMatchObject({ ok: true });
    expect(await digests(url)).toEqual(await digests(urlOfSource()));
  });

  it("brings a backup of an earlier release up to this one", async () => {
    const older = await aDatabaseOfAnEarlierRelease();
    await ask(older, `INSERT INTO "Person" ("handle", "name") VALUES ('ada', 'Ada of the past')`);
    const archive = await backedUp(older);
    const url = await aTarget();
    const answer = await restored(url, archive);
    const latest = readMigrations()
      .slice(-3)
      .map(({ name }) => name);
    expect(answer).toMatchObject({ ok: true, value: { migrated: latest } });
    expect(await peopleIn(url)).toBe(1);
    expect(await migrate(url)).toEqual([]);
  });

  it("needs an account that owns the tables, and no superuser", async () => {
    const url = await aDatabaseOfAnAccount(`test_${process.pid}_owner`);
    const older = await aDatabaseOfAnEarlierRelease();
    expect(await restored(url, await backedUp(older))).toMatchObject({ ok: true });
    expect(await restored(url, await backedUp(), true)).toMatchObject({ ok: true });
    expect(await digests(url)).toEqual(await digests(urlOfSource()));
  });

  it("refuses what a later release wrote, or another history", async () => {
    const [first, ...known] = readMigrations();
    if (!first) throw new Error("there are no migrations");
    const of = (migrations: { name: string; checksum: string }[]) =>
      courseFor({ portal: "9.9.9", migrations }, [first, ...known]);
    expect(of([first, { name: "29990101000000_to_come", checksum: "x" }])).toMatchObject({
      refusal: { message: expect.stringContaining("release 9.9.9") },
    });
    expect(of([{ ...first, checksum: "x" }])).toMatchObject({
      refusal: { message: expect.stringContaining("another history") },
    });
  });
});

/** All migrations but the last three. */
async function aDatabaseOfAnEarlierRelease(): Promise<string> {
  const name = `test_${process.pid}_earlier`;
  const url = addressOf(inject("server"), name);
  dropped.push(() =>
    asAdministrator(inject("server"), `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`),
  );
  await migrateUntil(url, readMigrations().at(-3)?.name ?? "");
  await migrateOutbox(url);
  return url;
}

/** With an account of its own, which may do nothing else. */
async function aDatabaseOfAnAccount(name: string): Promise<string> {
  const server = inject("server");
  await asAdministrator(server, `CREATE ROLE ${quoted(name)} LOGIN`);
  await asAdministrator(server, `CREATE DATABASE ${quoted(name)} OWNER ${quoted(name)}`);
  dropped.push(async () => {
    await asAdministrator(server, `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
    await asAdministrator(server, `DROP ROLE ${quoted(name)}`);
  });
  const url = new URL(addressOf(server, name));
  url.username = name;
  await migrate(url.href);
  await migrateOutbox(url.href);
  return url.href;
}
