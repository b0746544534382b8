import { Logger, run, runMigrations } from "graphile-worker";
import { pool } from "../db/client";
import { log } from "../log";
import { handlers } from "./handlers";

/** Creates or updates the tables of the job queue (their own schema, `graphile_worker`). */
export async function migrateOutbox(connectionString: string): Promise<void> {
  await runMigrations({ connectionString });
}

/** Jobs that went well are of no interest in the log; one that failed is tried again, and is. */
const logger = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn(message);
  else log.debug(message);
});

/** When, in UTC, on one of the servers: every night, every hour, every few minutes, and every morning. */
const crontab = [
  "17 3 * * * tidy",
  "23 * * * * expire_slots",
  "41 * * * * plan_ahead",
  "47 * * * * remind_owners",
  "* * * * * close_ballots",
  "*/5 * * * * ask_groups",
  "53 * * * * reassign_left",
  "11 6 * * * remind_aging",
].join("\n");

/** Starts carrying out what the outbox holds; `stop` waits for the jobs that are under way. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    logger,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: handlers,
    crontab,
  });
  // What fell due while no server ran is caught up with at once.
  await runner.addJob("close_ballots", {}, { jobKey: "close_ballots_at_start" });
  runner.promise.catch((failure) => log.error({ failure }, "the outbox worker ended"));
  return { stop: () => runner.stop() };
}
