import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "./client";
import { counts } from "./counts";
import { type Settled, SettledCounter } from "./settled-counter";

export interface Limit {
  /** What is counted, such as `api-write`: the beginning of each key. */
  name: string;
  /** How many in a minute. */
  perMinute: number;
}

const seconds = 60;
const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one deed of somebody, for all processes together. Answers how many seconds they have to wait, or 0 where they
 * need not. A limit of 0 is none.
 */
export async function countAgainst({ name, perMinute }: Limit, who: string): Promise<number> {
  if (perMinute === 0) return 0;
  try {
    await limiterOf(name, perMinute).consume(who);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    counts.limited.set(name, (counts.limited.get(name) ?? 0) + 1);
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** A counter of what is too frequent for a write each (settled-counter.ts), for all processes together. */
export function settledCounter(limit: Limit): SettledCounter {
  return new SettledCounter(limit, (who, points) => settle(limit, who, points));
}

async function settle({ name, perMinute }: Limit, who: string, points: number): Promise<Settled> {
  const counted = await limiterOf(name, perMinute)
    .consume(who, points)
    .catch((refused) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
  return { consumed: counted.consumedPoints, msLeft: counted.msBeforeNext };
}

/** Counters whose minute is long over. */
export async function tidyRateLimits(): Promise<void> {
  await pool.query(`DELETE FROM "RateLimit" WHERE "expire" < $1`, [Date.now() - 3_600_000]);
}

function limiterOf(name: string, points: number): RateLimiterPostgres {
  const key = `${name} ${points}`;
  const known = limiters.get(key);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool,
    tableName: "RateLimit",
    // Migrations make the table, and `tidy` throws old rows away.
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
    // Whoever goes on against a closed door costs the database nothing.
    inMemoryBlockOnConsumed: points + 1,
  });
  limiters.set(key, made);
  return made;
}
