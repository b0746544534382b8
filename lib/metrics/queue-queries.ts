import { pool } from "../db/client";
import { workerLivesSql } from "../outbox/sign-of-life";

export interface QueueState {
  /** Jobs whose time has come and that nobody carries out yet. */
  waiting: number;
  running: number;
  /** Failed at least once, and will be tried again. */
  failing: number;
  givenUp: number;
  /** Since the longest waiting one fell due; 0 where none waits. */
  oldestSeconds: number;
  workerLives: boolean;
}

/** The job queue, the same from whichever server it is asked. */
export async function findQueueState(): Promise<QueueState> {
  const { rows } = await pool.query<QueueState>(`
    SELECT count(*) FILTER (WHERE due AND NOT locked)::int AS "waiting", count(*) FILTER (WHERE locked)::int AS "running",
      count(*) FILTER (WHERE attempts > 0 AND attempts < max_attempts AND NOT locked)::int AS "failing",
      count(*) FILTER (WHERE attempts >= max_attempts AND NOT locked)::int AS "givenUp",
      coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE due AND NOT locked)), 0)::float AS "oldestSeconds",
      ${workerLivesSql} AS "workerLives"
    FROM (SELECT *, run_at <= now() AND attempts < max_attempts AS due, locked_at IS NOT NULL AS locked
      FROM graphile_worker._private_jobs) AS jobs`);
  const [state] = rows;
  if (!state) throw new Error("a count without a row");
  return state;
}

/** The pool of this process. */
export function poolState(): { open: number; idle: number; waiting: number } {
  return { open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}
