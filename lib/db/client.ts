import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { codeOf } from "../error-code";
import { counts } from "./counts";
import { PrismaClient } from "./generated/client";
import { type RequestFacts, requestFacts } from "./request-facts";

export { Prisma } from "./generated/client";

interface Connection {
  pool: pg.Pool;
  db: PrismaClient;
}

// The server's own code and Next's bundle share one pool; in development a reloaded module finds it again.
const key = Symbol.for("streamboard.database");
const shared = globalThis as { [key]?: Connection };

function connect(): Connection {
  const pool = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    // A session in another zone would store wrong instants.
    options: `-c TimeZone=UTC -c statement_timeout=${statementMs()} -c idle_in_transaction_session_timeout=60000`,
    max: Number(process.env.DATABASE_POOL ?? 10),
    connectionTimeoutMillis: 5_000,
  });
  // A restart of the database ends connections; without listeners that would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
    watch(client);
  });
  observe(pool);
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** The command line may take its time (lib/cli/with-database.ts); a server's question is cut off (lib/settings.ts). */
function statementMs(): number {
  return Number(process.env.STATEMENT_SECONDS || 10) * 1000;
}

/**
 * Counts everything that is sent, in transactions too, and remembers that a question was cut off in one: outside of one
 * the pool's own query is observed.
 */
function watch(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  // pg types `query` with a dozen overloads; whichever it is goes through as it came.
  client.query = ((...args: unknown[]) => {
    counts.queries += 1;
    const asked = query(...args);
    const facts = requestFacts.getStore();
    if (facts && asked instanceof Promise) asked.catch((failure) => note(facts, failure));
    return asked;
  }) as typeof client.query;
}

function note(facts: RequestFacts, failure: unknown): void {
  const code = codeOf(failure);
  facts.databaseGone ||= isOutOfReach(failure);
  // query_canceled, lock_not_available
  facts.tooSlow ||= code === "57014" || code === "55P03";
}

/** Counts what each request asks, and remembers when the database could not be reached (request-facts.ts). */
function observe(pool: pg.Pool): void {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>;
  const observed = (...args: unknown[]) => {
    const facts = requestFacts.getStore();
    if (!facts) return query(...args);
    facts.queries += 1;
    return query(...args).catch((failure) => {
      note(facts, failure);
      throw failure;
    });
  };
  // pg types `query` with a dozen overloads; the adapter only awaits the promise.
  pool.query = observed as typeof pool.query;
  // The pool's own query checks a connection out with a callback: only the promise form is ours to watch.
  const checkOut = pool.connect.bind(pool) as (callback?: unknown) => Promise<pg.PoolClient>;
  pool.connect = ((callback?: unknown) => {
    if (callback) return checkOut(callback);
    return checkOut().catch((failure) => {
      const facts = requestFacts.getStore();
      if (facts) facts.databaseGone ||= isOutOfReach(failure);
      throw failure;
    });
  }) as typeof pool.connect; // the same two forms that pg declares
}

/** Classes 08 and 57P (connection lost, shutting down) and the socket's own errors: not a fault of the query. */
function isOutOfReach(failure: unknown): boolean {
  if (/^(08|57P|ECONN|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(codeOf(failure) ?? "")) return true;
  return failure instanceof Error && /terminated|timeout|not queryable|ended/i.test(failure.message);
}

shared[key] ??= connect();
export const { db, pool } = shared[key];

export async function disconnect(): Promise<void> {
  await db.$disconnect();
  if (!pool.ended) await pool.end();
  delete shared[key];
}
