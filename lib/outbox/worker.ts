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

/** Starts carrying out what the outbox holds; `stop` waits for the jobs that are under way. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    logger,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: handlers,
    // Every night at 3:17 UTC, thrice every hour, and every minute, on one of the servers.
    crontab:
      "17 3 * * * tidy\n23 * * * * expire_slots\n41 * * * * plan_ahead\n47 * * * * remind_owners\n* * * * * close_ballots",
  });
  // What fell due while no server ran is caught up with at once.
  await runner.addJob("close_ballots", {}, { jobKey: "close_ballots_at_start" });
  runner.promise.catch((failure) => log.error({ failure }, "the outbox worker ended"));
  return { stop: () => runner.stop() };
}
