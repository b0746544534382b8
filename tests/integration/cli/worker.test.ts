import { afterEach, describe, expect, it, vi } from "vitest";
import { db, pool } from "@/lib/db/client";
import { workerLivesSql } from "@/lib/outbox/sign-of-life";
import { aComment } from "../../factories/discussion";
import { theBoard } from "../../factories/people";
import { aProposal } from "../../factories/proposals";
import { beginPortal, portal, type Running } from "../../support/portal-command";

const running: Running[] = [];
function aWorker(...args: string[]): Running {
  const worker = beginPortal(["worker", ...args]);
  running.push(worker);
  return worker;
}
afterEach(() => {
  for (const { process: child } of running.splice(0)) child.kill("SIGKILL");
});

const patience = { timeout: 90_000, interval: 100 };
async function lives(): Promise<boolean> {
  const { rows } = await pool.query<{ lives: boolean }>(`SELECT ${workerLivesSql} AS lives`);
  return rows[0]?.lives === true;
}
async function jobsLeft(): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    "SELECT count(*)::int AS left FROM graphile_worker.jobs",
  );
  return rows[0]?.left ?? 0;
}

describe("workers in processes of their own", () => {
  it("carry out each job once between them, and are known to live until they are gone", async () => {
    const { ada, bea } = await theBoard();
    const { number } = await aProposal({ by: ada }).inDiscussion();
    for (let count = 0; count < 20; count += 1)
      await aComment(bea, number, `@${ada.handle} look at ${count}.`);
    expect(await lives()).toBe(false);
    expect(await jobsLeft()).toBeGreaterThan(20);
    const [first, second] = [aWorker("--jobs", "3"), aWorker("--json")];
    await vi.waitUntil(lives, patience);
    await vi.waitUntil(async () => (await jobsLeft()) === 0, patience);
    const notices = await db.notice.groupBy({ by: ["personId", "eventId"], _count: true });
    expect(notices.length).toBeGreaterThanOrEqual(20);
    expect(notices.every(({ _count }) => _count === 1)).toBe(true);

    first.process.kill("SIGTERM");
    expect(await first.ended).toMatchObject({
      code: 0,
      out: expect.stringMatching(/has stopped\.\n$/),
      complaint: "",
    });
    second.process.kill("SIGKILL");
    await second.ended;
    await vi.waitUntil(async () => !(await lives()), patience);
  }, 240_000);

  it("stop on SIGTERM with an answer for programs, and refuse what is no number of jobs", async () => {
    const worker = aWorker("--json");
    await vi.waitUntil(lives, patience);
    worker.process.kill("SIGTERM");
    const { code, out } = await worker.ended;
    expect([code, JSON.parse(out)]).toEqual([0, { ok: true, stopped: true }]);
    expect((await portal(["worker", "--jobs", "many"])).code).toBe(1);
  }, 240_000);
});
