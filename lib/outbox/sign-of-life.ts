import { type Held, holdConnection } from "../db/held-connection";

// A worker holds a lock of the database as long as it lives, many at once: a process that is gone, however it went, has
// let go of it. No clock and no row that somebody has to throw away.
const workers = 63_632_022;

export function showLife(): Held {
  return holdConnection(async (client) => {
    await client.query("SELECT pg_advisory_lock_shared($1)", [workers]);
  });
}

/** Whether any worker of this database lives, wherever it runs; for a query of the pool. */
export const workerLivesSql = `EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1
  AND classid = 0 AND objid = ${workers} AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
