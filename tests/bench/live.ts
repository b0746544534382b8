import { request } from "node:http";
import pg from "pg";
import { LiveFollower } from "../support/live-follower";
import type { Bench } from "./measure";
import { reader } from "./seed-sql";

/** A meeting in session: its open item has 2,000 lines already. */
export interface LiveMeeting {
  date: string;
  itemId: number;
  seq: number;
}

export interface LiveMeasured {
  followers: number;
  lines: number;
  /** From the sending of a line until a follower has it, over all followers; milliseconds. */
  p50: number;
  p99: number;
  slowest: number;
  /** Processor time of the server for one line to all. */
  cpu: number;
}

const followers = 100;
const lines = 200;
const linesBefore = 2_000;

/** Puts one of the announced meetings into session, and makes the bench's reader its secretary. */
export async function openLiveMeeting(url: string): Promise<LiveMeeting> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    const meeting = await client.query<{ id: number; date: string }>(
      `UPDATE "Meeting" SET "status" = 'in_session', "openedAt" = now(), "seatedDirectors" = 9
       WHERE "id" = (SELECT "id" FROM "Meeting" WHERE "status" IN ('published', 'in_session') ORDER BY "date" DESC LIMIT 1)
       RETURNING "id", "date"`,
    );
    const [{ id, date } = { id: 0, date: "" }] = meeting.rows;
    const item = await client.query<{ id: number }>(
      `UPDATE "AgendaItem" SET "status" = 'open', "openedAt" = now()
       WHERE "id" = (SELECT min("id") FROM "AgendaItem" WHERE "meetingId" = $1) RETURNING "id"`,
      [id],
    );
    const itemId = item.rows[0]?.id ?? 0;
    await client.query(`UPDATE "Meeting" SET "placeItemId" = $2 WHERE "id" = $1`, [id, itemId]);
    await client.query(
      `INSERT INTO "RoleGrant" ("personId", "bodyId", "role") VALUES ($1, 1, 'secretary') ON CONFLICT DO NOTHING`,
      [reader.id],
    );
    await client.query(
      `INSERT INTO "MinuteLine" ("meetingId", "itemId", "kind", "text", "authorId")
       SELECT $1, $2, 'note', 'Line ' || n || ' of a long evening, about as long as what people say.', $3
       FROM generate_series(1, $4::int) n`,
      [id, itemId, reader.id, linesBefore],
    );
    const pulse = await client.query<{ seq: number }>(
      `SELECT "seq" FROM "MeetingPulse" WHERE "meetingId" = $1`,
      [id],
    );
    return { date, itemId, seq: pulse.rows[0]?.seq ?? 0 };
  } finally {
    await client.end();
  }
}

/** How long a line takes to all who follow: one after the other, half of the followers signed in. */
export async function measureLive(
  { server, port, cookie }: Bench,
  meeting: LiveMeeting,
  cookies: readonly string[],
): Promise<LiveMeasured> {
  const path = `/api/v1/meetings/${meeting.date}/live`;
  const all = Array.from(
    { length: followers },
    (_, index) => new LiveFollower(port, path, meeting.seq, headersOf(index, cookies)),
  );
  try {
    for (const one of all) await one.connect();
    await write(port, cookie, meeting, "a line before the measured ones");
    await Promise.all(all.map((one) => one.until(() => one.lines().length === 1)));
    const before = await server.ask<number>({ do: "cpu" });
    const took: number[] = [];
    for (let number = 1; number <= lines; number += 1) {
      const sentAt = performance.now();
      await write(port, cookie, meeting, `measured line ${number}`);
      await Promise.all(all.map((one) => one.until(() => one.lines().length > number)));
      took.push(...all.map((one) => (one.heard.findLast(({ event }) => event === "line")?.at ?? 0) - sentAt));
    }
    const cpu = ((await server.ask<number>({ do: "cpu" })) - before) / lines;
    took.sort((a, b) => a - b);
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
    return { followers, lines, p50: at(0.5), p99: at(0.99), slowest: took.at(-1) ?? 0, cpu };
  } finally {
    for (const one of all) one.cut();
  }
}

/** Every second one is signed in; of one person, a server takes thirty streams. */
function headersOf(index: number, cookies: readonly string[]): Record<string, string> {
  const cookie = index % 2 ? cookies[(index >> 1) % cookies.length] : undefined;
  return cookie ? { cookie } : {};
}

async function write(
  port: number,
  cookie: string,
  { date, itemId }: LiveMeeting,
  typed: string,
): Promise<void> {
  const body = JSON.stringify({ itemId, typed, clientKey: crypto.randomUUID() });
  const headers = { cookie, "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  const status = await new Promise<number>((ok, fail) => {
    const options = {
      host: "127.0.0.1",
      port,
      path: `/api/v1/meetings/${date}/lines`,
      method: "POST",
      headers,
    };
    request(options, (answer) => answer.resume().on("end", () => ok(answer.statusCode ?? 0)))
      .on("error", fail)
      .end(body);
  });
  if (status !== 201) throw new Error(`A line was answered ${status}.`);
}

/** For docs/performance.md. */
export function liveWords({ followers: many, lines: count, p50, p99, slowest, cpu }: LiveMeasured): string {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return `${many} pages follow a meeting by server-sent events, half of them signed in, and ${count} lines are written one after the other through the API; the item has ${linesBefore.toLocaleString("en")} lines already. From the sending of a line until a follower has it: half within ${ms(p50)}, 99 of 100 within ${ms(p99)}, the slowest after ${ms(slowest)}. A line costs the server ${cpu.toFixed(1)} ms of processor time, with the writing to all of them. The aim is a second for 99 of 100. One connection listens to the database, one read serves all followers ([ADR 027](adr/027-a-meeting-counts-its-events.md)).`;
}
