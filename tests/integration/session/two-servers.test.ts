import { type ChildProcess, fork } from "node:child_process";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import type { Actor } from "@/lib/workflow/actor";
import { inDays } from "../../factories/meetings";
import { aPerson, theBoard } from "../../factories/people";
import { aSession, said } from "../../factories/sessions";
import { LiveFollower } from "../../support/live-follower";

// A hundred follow one meeting on two servers, while ten write: every line is counted on every page.

const followersEach = 50;
const writers = 10;
const linesEach = 6;
const servers: { child: ChildProcess; port: number }[] = [];
let meeting: { id: number; date: string; itemId: number };

beforeAll(async () => {
  const board = await theBoard();
  const { date, proposal } = await aSession({ board, date: inDays(40) }).reviewing();
  const { id } = await db.meeting.findUniqueOrThrow({ where: { date }, select: { id: true } });
  meeting = { id, date, itemId: proposal.itemId };
  servers.push(...(await Promise.all([startServer(), startServer()])));
});

afterAll(() => {
  for (const { child } of servers) child.kill("SIGKILL");
});

async function startServer(wanted = 0): Promise<{ child: ChildProcess; port: number }> {
  const child = fork("tests/support/live-server.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_POOL: "5", LOG_LEVEL: "silent", PORT: String(wanted) },
  });
  const port = await new Promise<number>((ok, fail) => {
    child.once("message", (said) => ok(Number(said)));
    child.once("exit", () => fail(new Error("a server did not start")));
  });
  return { child, port };
}

const portOf = (index: number) => servers[index % servers.length]?.port ?? 0;
const seqNow = async () =>
  (await db.meetingPulse.findUnique({ where: { meetingId: meeting.id }, select: { seq: true } }))?.seq ?? 0;
const path = (audience = "everybody") => `/?meeting=${meeting.id}&date=${meeting.date}&audience=${audience}`;

async function following(count: number, after: number): Promise<LiveFollower[]> {
  const all = Array.from({ length: count }, (_, index) => new LiveFollower(portOf(index), path(), after));
  await Promise.all(all.map((one) => one.connect()));
  return all;
}

async function post(port: number, body: object): Promise<number> {
  const text = JSON.stringify(body);
  return new Promise((ok, fail) => {
    const sent = request({ host: "127.0.0.1", port, method: "POST" }, (answer) => {
      answer.resume().on("end", () => ok(answer.statusCode ?? 0));
    });
    sent.on("error", fail).end(text);
  });
}

async function writeFrom(index: number, actor: Actor): Promise<string[]> {
  const texts = Array.from({ length: linesEach }, (_, number) => `line ${number} of writer ${index}`);
  for (const [number, typed] of texts.entries()) {
    const body = {
      actor,
      line: { itemId: meeting.itemId, typed, clientKey: `writer-${index}-line-${number}` },
    };
    expect(await post(portOf(index), body)).toBe(201);
    // Some are sent twice, as after an answer that was lost: to the other server.
    if (number % 3 === 0) expect(await post(portOf(index + 1), body)).toBe(201);
  }
  return texts;
}

describe("two servers on one database", () => {
  it("show a hundred followers every line of ten writers, none lost and none twice, over broken connections", async () => {
    const followers = await following(2 * followersEach, await seqNow());
    const officers = await Promise.all(
      Array.from({ length: writers }, () => aPerson({ roles: [{ role: "secretary", body: "board" }] })),
    );
    const writing = Promise.all(officers.map((actor, index) => writeFrom(index, actor)));
    // A fifth of them lose the connection in the middle, and come back, half of those to the other server.
    const unlucky = followers.filter((_, index) => index % 5 === 0);
    await Promise.all(unlucky.map((one) => one.until((heard) => heard.length > 8)));
    for (const one of unlucky) one.cut();
    const returned = unlucky.map((one, index) => new LiveFollower(portOf(index), path(), one.last));
    await Promise.all(returned.map((one) => one.connect()));
    const written = (await writing).flat().sort();
    const total = written.length;
    const stories = followers.map((one) => {
      const after = returned[unlucky.indexOf(one)];
      return after ? { now: after, before: one.lines() } : { now: one, before: [] };
    });
    await Promise.all(
      stories.map(({ now, before }) => now.until(() => now.lines().length + before.length >= total)),
    );
    expect(written).toHaveLength(writers * linesEach);
    for (const { now, before } of stories) expect([...before, ...now.lines()].sort()).toEqual(written);
    for (const one of [...followers, ...returned]) one.cut();
  }, 120_000);

  it("lose nothing that was confirmed when one is killed in the middle; its followers come back where they were", async () => {
    const followers = await following(20, await seqNow());
    const officers = await Promise.all(
      Array.from({ length: 4 }, () => aPerson({ roles: [{ role: "secretary", body: "board" }] })),
    );
    const [, killed] = servers;
    const confirmed: string[] = [];
    let again: Promise<unknown> | undefined;
    const kill = () => {
      killed?.child.kill("SIGKILL");
      again = startServer(killed?.port).then((started) => servers.splice(1, 1, started));
    };
    for (const one of followers) one.comesBack = async () => again;
    await Promise.all(
      officers.map(async (actor, index) => {
        for (let number = 0; number < 8; number += 1) {
          const typed = `line ${number} of survivor ${index}`;
          const line = { itemId: meeting.itemId, typed, clientKey: `survivor-${index}-line-${number}` };
          // What was not answered is sent again, as the page does, to whichever server is there.
          const send = (way: number) => post(portOf(way), { actor, line }).catch(() => 0);
          if ((await send(index)) !== 201) expect(await send(0)).toBe(201);
          confirmed.push(typed);
          if (confirmed.length === 10) kill();
        }
      }),
    );
    await again;
    await Promise.all(followers.map((one) => one.until(() => one.lines().length >= confirmed.length)));
    for (const one of followers) expect(one.lines().sort()).toEqual(confirmed.sort());
    expect(await db.minuteLine.count({ where: { text: { contains: "of survivor" } } })).toBe(32);
    for (const one of followers) one.cut();
  }, 120_000);

  it("never pass by an event that is committed after a later one began", async () => {
    const board = await theBoard();
    const after = await seqNow();
    const follower = new LiveFollower(portOf(0), path(), after);
    await follower.connect();
    // The first event has its number and is not committed; what is written meanwhile waits for it.
    const slow = await pool.connect();
    const insert = `INSERT INTO "Event" ("type", "subject", "subjectId", "meetingId") VALUES ('test.slow', 'meeting', $1, $1)`;
    await slow.query("BEGIN");
    await slow.query(insert, [meeting.id]);
    const quick = said(board.secretary, meeting.itemId, { kind: "note", text: "written meanwhile" });
    await follower.until((heard) => heard.some(({ event }) => event === "state"));
    expect(follower.lines()).toEqual([]);
    await slow.query("COMMIT");
    slow.release();
    await quick;
    await follower.until((heard) => heard.some(({ event }) => event === "line"));
    expect(follower.heard.filter(({ seq }) => seq > 0).map(({ seq }) => seq)).toEqual([after + 1, after + 2]);
    follower.cut();
  });

  it("tell who missed too much to look at the page again, and go on from there", async () => {
    const follower = new LiveFollower(portOf(1), path(), 0);
    await db.$executeRaw`INSERT INTO "Event" ("type", "subject", "subjectId", "meetingId")
      SELECT 'test.many', 'meeting', ${meeting.id}, ${meeting.id} FROM generate_series(1, 400)`;
    await follower.connect();
    await follower.until((heard) => heard.some(({ event }) => event === "state"));
    expect(follower.heard.find(({ event }) => event !== "beat")?.event).toBe("reset");
    expect(follower.last).toBe(await seqNow());
    follower.cut();
  });

  it("come back by themselves when the database has dropped the one who listens", async () => {
    const follower = new LiveFollower(portOf(0), path(), await seqNow());
    await follower.connect();
    await follower.until((heard) => heard.some(({ event }) => event === "state"));
    await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND (query LIKE 'LISTEN %' OR query = 'SELECT 1') AND pid <> pg_backend_pid()`;
    const board = await theBoard();
    await said(board.secretary, meeting.itemId, { kind: "note", text: "said while nobody listened" });
    await follower.until(() => follower.lines().includes("said while nobody listened"));
    expect(follower.lines().filter((text) => text === "said while nobody listened")).toHaveLength(1);
    follower.cut();
  });
});
