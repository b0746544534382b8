import { type Prisma, pool } from "../../db/client";

export type Ask = <Row extends object>(query: Prisma.Sql) => Promise<Row[]>;

/** Longest that a reader may leave what was read for them untaken: until then they hold a connection and a turn. */
const patienceMs = 30_000;

/**
 * Reads as if the database stood still: everything that is asked inside sees one instant, however long it takes, and
 * nobody waits for it. Whoever stops listening early ends it, and so does whoever stops taking.
 */
export async function* inSnapshot<T>(
  read: (ask: Ask) => AsyncIterable<T>,
  patience = patienceMs,
): AsyncIterable<T> {
  const leave = await enter();
  const client = await pool.connect().catch((failure) => {
    leave();
    throw failure;
  });
  let isGiven = false;
  const giveBack = (isBroken: boolean) => {
    if (isGiven) return;
    isGiven = true;
    client.release(isBroken);
    leave();
  };
  let failure: unknown;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    const ask: Ask = async <Row extends object>({ text, values }: Prisma.Sql) => {
      const { rows } = await client.query({ text, values: [...values] });
      return rows as Row[]; // the caller names the columns of its own query
    };
    for await (const each of read(ask)) {
      const untaken = setTimeout(() => giveBack(true), patience);
      try {
        yield each;
      } finally {
        clearTimeout(untaken);
      }
      if (isGiven) throw new Error("an export was not taken in time");
    }
    await client.query("COMMIT");
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    // Also after an early end: a connection that goes back with an open transaction would keep its old view.
    if (!failure && !isGiven) await client.query("ROLLBACK").catch((error) => (failure = error));
    giveBack(failure !== undefined);
  }
}

/** Each holds a connection as long as its reader takes: more of them wait, so that pages never do. */
const mostAtOnce = 2;
let inside = 0;
const waiting: (() => void)[] = [];

async function enter(): Promise<() => void> {
  if (inside >= mostAtOnce) await new Promise<void>((next) => waiting.push(next));
  else inside += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  };
}
