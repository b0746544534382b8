import {
  beginHash,
  canonicalRow,
  instantAsText,
  type Queryable,
  rowsAfter,
  type Sealed,
  type SealFacts,
  type TextRow,
} from "./canonical";

const rowsAtOnce = 1_000;
/** Below every id, also those that nobody but a forger would write. */
export const beforeAll = -(2n ** 63n);

/** Reads a table once from an id on, a batch at a time: memory stays flat however long it is. */
export interface RowReader {
  /** Hands over the rows up to this id, the others wait; answers how many. */
  takeUpTo(to: bigint, each: (line: string) => void): Promise<number>;
}

export function readRowsAfter(client: Queryable, table: Sealed, after: bigint): RowReader {
  const text = rowsAfter(table);
  let rows: TextRow[] = [];
  let place = 0;
  let last = after;
  let isOver = false;

  async function next(): Promise<TextRow | undefined> {
    if (place === rows.length && !isOver) {
      const values = [String(last), rowsAtOnce];
      ({ rows } = await client.query<TextRow>({ text, values, rowMode: "array" }));
      place = 0;
      isOver = rows.length < rowsAtOnce;
      const end = rows.at(-1);
      if (end) last = idOf(end);
    }
    return rows[place];
  }

  async function takeUpTo(to: bigint, each: (line: string) => void): Promise<number> {
    let taken = 0;
    for (let row = await next(); row && idOf(row) <= to; row = rows[place] ?? (await next())) {
      each(canonicalRow(table, row));
      place += 1;
      taken += 1;
      if (idOf(row) === to) break; // what comes next need not be asked for
    }
    return taken;
  }

  return { takeUpTo };
}

function idOf([id]: TextRow): bigint {
  return BigInt(id ?? 0);
}

export interface Readers {
  events: RowReader;
  entries: RowReader;
}

/** The hash of a seal over what the tables hold now, and how many rows that are. */
export async function hashOf(
  seal: Omit<SealFacts, "events" | "entries">,
  { events: eventRows, entries: entryRows }: Readers,
): Promise<{ hash: string; events: number; entries: number }> {
  const { add, end } = beginHash(seal);
  const events = await eventRows.takeUpTo(seal.toEvent, add);
  const entries = await entryRows.takeUpTo(seal.toEntry, add);
  return { hash: end({ ...seal, events, entries }), events, entries };
}

export interface StoredSeal extends SealFacts {
  hash: string;
}

interface SealRow extends Omit<StoredSeal, "toEvent" | "toEntry"> {
  toEvent: string;
  toEntry: string;
}

const columns = `"id", ${instantAsText('"at"')} AS "at", "form", "toEvent"::text, "toEntry"::text, "events", "entries", "previous", "hash"`;

/** Seals after an id, in their order. */
export async function sealsAfter(client: Queryable, id: number, most: number): Promise<StoredSeal[]> {
  const text = `SELECT ${columns} FROM "Seal" WHERE "id" > $1::bigint ORDER BY "id" LIMIT $2`;
  const { rows } = await client.query<SealRow>({ text, values: [id, most] });
  return rows.map(sealOf);
}

export async function lastSeal(client: Queryable): Promise<StoredSeal | undefined> {
  const { rows } = await client.query<SealRow>({
    text: `SELECT ${columns} FROM "Seal" ORDER BY "id" DESC LIMIT 1`,
  });
  return rows.map(sealOf)[0];
}

function sealOf(row: SealRow): StoredSeal {
  return { ...row, toEvent: BigInt(row.toEvent), toEntry: BigInt(row.toEntry) };
}
