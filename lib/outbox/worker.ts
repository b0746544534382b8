import { Logger, run, runMigrations, type TaskList } from "graphile-worker";
import { atPresent } from "../clock";
import { pool } from "../db/client";
import { log } from "../log";
import { handlers } from "./handlers";
import { showLife } from "./sign-of-life";

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
  "* * * * * seal_events",
  "29 2 * * * check_chain",
  "53 * * * * reassign_left",
  "11 6 * * * remind_aging",
  "13 6 * * * remind_terms",
].join("\n");

export interface Worker {
  /** Waits for the jobs that are under way. */
  stop(): Promise<void>;
  /** Resolves when it has stopped, and fails when it came to an end by itself. */
  ended: Promise<void>;
}

/** Starts carrying out what the outbox holds. Several may, here and in other processes: each job is one's. */
export async function startWorker(jobsAtOnce = 2): Promise<Worker> {
  const runner = await run({
    pgPool: pool,
    concurrency: jobsAtOnce,
    logger,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: present(handlers),
    crontab,
  });
  const life = showLife();
  // What fell due while no server ran is caught up with at once.
  await runner.addJob("close_ballots", {}, { jobKey: "close_ballots_at_start" });
  await runner.addJob("seal_events", {}, { jobKey: "seal_events_at_start" });
  let isOver = false;
  const ended = runner.promise.finally(() => {
    isOver = true;
    return life.stop();
  });
  ended.catch((failure) => log.error({ failure }, "the outbox worker ended"));
  return {
    ended,
    stop: async () => {
      if (!isOver) await runner.stop();
      await ended.catch(() => undefined); // it was said above
    },
  };
}

/** A connection that the seed's story opened calls back in the time of that story: the job's own time is today. */
function present(tasks: TaskList): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (...job) => atPresent(() => task?.(...job))]),
  );
}
