import { currentForm, noHash, type Queryable } from "./canonical";
import { beforeAll, hashOf, lastSeal, readRowsAfter, type StoredSeal } from "./sealed-rows";
import { type Ends, settledEnds } from "./settled";

/** Any number, the same in all processes of the portal: it lets one seal at a time. */
const lock = 72707370;
/** A seal that does not hold says no more than that: few rows make it a place. */
const mostRows = 1_000;

export interface Sealing {
  /** How many seals were set. */
  seals: number;
  /** True where a long transaction held it up, and something is left for the next time. */
  waiting: boolean;
}

/**
 * Seals every event and entry that is settled and not sealed yet. `client` is one connection, not in a transaction;
 * several processes may do it at once. `patienceMs` is how long it waits for transactions that are under way.
 */
export async function sealSettled(client: Queryable, at: Date, patienceMs = 5_000): Promise<Sealing> {
  const ends = await settledEnds(client, patienceMs);
  if (!ends) return { seals: 0, waiting: true };
  let seals = 0;
  while (await inTransaction(client, () => sealNext(client, ends, at))) seals += 1;
  return { seals, waiting: false };
}

async function sealNext(client: Queryable, ends: Ends, at: Date): Promise<boolean> {
  await client.query({ text: "SELECT pg_advisory_xact_lock($1)", values: [lock] });
  const last = await lastSeal(client);
  const after = { event: last?.toEvent ?? beforeAll, entry: last?.toEntry ?? beforeAll };
  const toEvent = await endOfPart(client, "Event", after.event, ends.event);
  const toEntry = await endOfPart(client, "AuditEntry", after.entry, ends.entry);
  if (toEvent <= after.event && toEntry <= after.entry) return false;
  if (!last && toEvent === 0n && toEntry === 0n) return false;
  const facts = {
    ...{
      id: (last?.id ?? 0) + 1,
      at: String(at.getTime()),
      form: currentForm,
      previous: last?.hash ?? noHash,
    },
    ...{ toEvent, toEntry },
  };
  const readers = {
    events: readRowsAfter(client, "Event", after.event),
    entries: readRowsAfter(client, "AuditEntry", after.entry),
  };
  await write(client, { ...facts, ...(await hashOf(facts, readers)) });
  return true;
}

/** The last id of the next part, never before what is sealed already: rows may have been taken away. */
async function endOfPart(
  client: Queryable,
  table: "Event" | "AuditEntry",
  after: bigint,
  end: bigint,
): Promise<bigint> {
  const { rows } = await client.query<{ id: string }>({
    text: `SELECT r."id"::text FROM "${table}" r WHERE r."id" > $1::bigint AND r."id" <= $2::bigint
      ORDER BY r."id" OFFSET ${mostRows - 1} LIMIT 1`,
    values: [String(after), String(end)],
  });
  const [full] = rows;
  if (full) return BigInt(full.id);
  return end > after ? end : after;
}

async function write(client: Queryable, seal: StoredSeal): Promise<void> {
  const { id, at, form, toEvent, toEntry, events, entries, previous, hash } = seal;
  await client.query({
    text: `INSERT INTO "Seal" ("id", "at", "form", "toEvent", "toEntry", "events", "entries", "previous", "hash")
      VALUES ($1, $2, $3, $4::bigint, $5::bigint, $6, $7, $8, $9)`,
    values: [
      id,
      new Date(Number(at)),
      form,
      String(toEvent),
      String(toEntry),
      events,
      entries,
      previous,
      hash,
    ],
  });
}

async function inTransaction<T>(client: Queryable, work: () => Promise<T>): Promise<T> {
  await client.query({ text: "BEGIN" });
  try {
    const done = await work();
    await client.query({ text: "COMMIT" });
    return done;
  } catch (error) {
    await client.query({ text: "ROLLBACK" });
    throw error;
  }
}
