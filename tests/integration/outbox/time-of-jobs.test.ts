import { expect, it, vi } from "vitest";
import { at } from "@/lib/clock";
import { db, pool } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { startWorker } from "@/lib/outbox/worker";
import { done } from "@/lib/result";
import { record } from "@/lib/workflow/events";
import { aPerson } from "../../factories/people";

it("a job is carried out today, also where the connections were opened while a story of the past was told", async () => {
  const ada = await at("2020-01-01", async () => {
    await Promise.all(Array.from({ length: 10 }, () => pool.query("SELECT pg_sleep(0.1)")));
    return aPerson();
  });
  const event = { type: "person.waved", subject: "person", subjectId: ada.personId, data: {} };
  const worker = await startWorker();
  try {
    for (const seals of [1, 2, 3]) {
      await transact(async (tx) => done(await record(tx, ada, event)));
      await pool.query("SELECT graphile_worker.add_job('seal_events')");
      const sealed = async () => expect(await db.seal.count()).toBeGreaterThanOrEqual(seals);
      await vi.waitFor(sealed, { timeout: 20_000, interval: 50 });
    }
    const seals = await db.seal.findMany({ select: { at: true } });
    for (const seal of seals) expect(seal.at.getUTCFullYear()).toBeGreaterThan(2020);
  } finally {
    await worker.stop();
  }
}, 90_000);
