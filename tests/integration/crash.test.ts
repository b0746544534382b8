import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "@/lib/db/embedded";

const folder = `.data/crash-${process.pid}`;
const postgres = `${folder}/postgres`;
const confirmed: number[] = [];
let found: Embedded | undefined;
let client: pg.Client | undefined;

/** Lets a writer have some proposals confirmed, then strikes in the middle of the next ones. */
async function writeUntilStruck(strike: (writer: ChildProcess) => void): Promise<void> {
  const env = {
    ...process.env,
    MODE: "demo",
    DATA_DIR: folder,
    DATABASE_URL: "",
    SEED: "none",
    LOG_LEVEL: "silent",
  };
  const args = ["--import", "tsx", "tests/support/crash-writer.ts"];
  const writer = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((ok) => writer.on("exit", ok));
  let count = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    confirmed.push(Number(line.replace("confirmed ", "")));
    count += 1;
    if (count === 25) strike(writer);
  }
  writer.kill("SIGKILL"); // where only the database was struck
  await ended;
  expect(count).toBeGreaterThanOrEqual(25);
}

function killServer(writer: ChildProcess): void {
  writer.kill("SIGKILL");
}

function killDatabase(): void {
  process.kill(Number(readFileSync(`${postgres}/data/postmaster.pid`, "utf8").split("\n")[0]), "SIGKILL");
}

beforeAll(async () => {
  await writeUntilStruck(killServer);
  await writeUntilStruck(killDatabase);
  await writeUntilStruck((writer) => {
    killDatabase();
    killServer(writer);
  });
  found = await startEmbedded(postgres);
  client = new pg.Client({ connectionString: found.url });
  await client.connect();
}, 240_000);

afterAll(async () => {
  await client?.end();
  await (found ?? (await startEmbedded(postgres))).stop(); // also where a writer failed, and left it running
  rmSync(folder, { recursive: true, force: true });
});

async function numbers(sql: string): Promise<number[]> {
  const answer = await client?.query<{ number: number }>(sql);
  return (answer?.rows ?? []).map(({ number }) => number);
}

describe("when the server and the database are killed in the middle of writing", () => {
  it("everything that was confirmed is there", async () => {
    const kept = new Set(await numbers(`SELECT "number" FROM "Proposal" WHERE "status" = 'discussion'`));
    expect(confirmed.filter((number) => !kept.has(number))).toEqual([]);
    expect(confirmed.length).toBeGreaterThanOrEqual(75);
  });

  it("no proposal stands where no event says that it was moved", async () => {
    const halves = await numbers(`
      SELECT p."number" FROM "Proposal" p WHERE (p."status" <> 'draft') IS DISTINCT FROM EXISTS (
        SELECT FROM "Event" e WHERE e."subject" = 'proposal' AND e."subjectId" = p."id" AND e."type" = 'proposal.published')`);
    expect(halves).toEqual([]);
  });

  it("no published proposal lacks its first revision, its asks or its first event", async () => {
    const halves = await numbers(`
      SELECT p."number" FROM "Proposal" p
      WHERE (p."status" <> 'draft' AND NOT EXISTS (SELECT FROM "ProposalRevision" r WHERE r."proposalId" = p."id"))
         OR NOT EXISTS (SELECT FROM "Ask" a WHERE a."proposalId" = p."id")
         OR NOT EXISTS (SELECT FROM "Event" e WHERE e."subjectId" = p."id" AND e."type" = 'proposal.created')`);
    expect(halves).toEqual([]);
  });

  it("no event speaks of a proposal that is not there", async () => {
    const orphans = await numbers(`
      SELECT e."subjectId" AS "number" FROM "Event" e
      WHERE e."subject" = 'proposal' AND NOT EXISTS (SELECT FROM "Proposal" p WHERE p."id" = e."subjectId")`);
    expect(orphans).toEqual([]);
  });
});
