import { setTimeout as pause } from "node:timers/promises";
import type { Queryable } from "./canonical";

/** Up to which ids everything that will ever be there is there. */
export interface Ends {
  event: bigint;
  entry: bigint;
}

const lookMs = 50;

/**
 * Ids are given in order, and become visible in another: one that is lower than what we see may still be on its way, in
 * a transaction that is open. Whoever inserts holds a lock on the table from before the id is given until the end. So:
 * see the highest id, then wait until nobody who held that lock at that moment holds it any more. Whoever comes later
 * gets a higher id. Undefined where somebody holds it for longer than our patience: then the next round seals more.
 * No number of a transaction is compared, so that it holds in whatever cluster the rows were restored into.
 */
export async function settledEnds(client: Queryable, patienceMs: number): Promise<Ends | undefined> {
  const ends = await highestIds(client);
  const deadline = performance.now() + patienceMs;
  const writing = new Set((await writers(client)).map(({ holder }) => holder));
  while (writing.size > 0) {
    const left = (await writers(client)).filter(({ holder, prepared }) => writing.has(holder) || prepared);
    if (left.length === 0) break;
    if (performance.now() > deadline) return undefined;
    await pause(lookMs);
  }
  return ends;
}

async function highestIds(client: Queryable): Promise<Ends> {
  const { rows } = await client.query<{ event: string; entry: string }>({
    text: `SELECT coalesce((SELECT max("id") FROM "Event"), 0)::text AS "event",
      coalesce((SELECT max("id") FROM "AuditEntry"), 0)::text AS "entry"`,
  });
  const { event = "0", entry = "0" } = rows[0] ?? {};
  return { event: BigInt(event), entry: BigInt(entry) };
}

/** Transactions that have begun to insert. One that was prepared goes by another name than before, so all of those count. */
async function writers(client: Queryable): Promise<{ holder: string; prepared: boolean }[]> {
  const { rows } = await client.query<{ holder: string; prepared: boolean }>({
    text: `SELECT "virtualtransaction" AS "holder", "pid" IS NULL AS "prepared" FROM pg_locks
      WHERE "locktype" = 'relation' AND "mode" = 'RowExclusiveLock' AND "granted"
        AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())
        AND "relation" IN (to_regclass('"Event"'), to_regclass('"AuditEntry"'))
        AND "pid" IS DISTINCT FROM pg_backend_pid()`,
  });
  return rows;
}
