import { type Prisma, pool } from "../../db/client";

export type Ask = <Row extends object>(query: Prisma.Sql) => Promise<Row[]>;

/**
 * Reads as if the database stood still: everything that is asked inside sees one instant, however long it takes, and
 * nobody waits for it. Whoever stops listening early ends it.
 */
export async function* inSnapshot<T>(read: (ask: Ask) => AsyncIterable<T>): AsyncIterable<T> {
  const leave = await enter();
  try {
    yield* readInSnapshot(read);
  } finally {
    leave();
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

async function* readInSnapshot<T>(read: (ask: Ask) => AsyncIterable<T>): AsyncIterable<T> {
  const client = await pool.connect();
  let failure: unknown;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    yield* read(async <Row extends object>({ text, values }: Prisma.Sql) => {
      const { rows } = await client.query({ text, values: [...values] });
      return rows as Row[]; // the caller names the columns of its own query
    });
    await client.query("COMMIT");
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    // Also after an early end: a connection that goes back with an open transaction would keep its old view.
    if (!failure) await client.query("ROLLBACK").catch((error) => (failure = error));
    client.release(failure !== undefined);
  }
}
