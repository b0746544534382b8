import { now } from "../../clock";
import { currentForm, instantAsText, noHash, type Queryable } from "./canonical";
import { beforeAll, hashOf, type Readers, readRowsAfter, type StoredSeal, sealsAfter } from "./sealed-rows";

const sealsAtOnce = 500;

/** A seal that does not hold. */
export interface Break {
  seal: number;
  sentence: string;
}

export interface Verified {
  seals: number;
  /** Events and entries under those seals. */
  rows: number;
  /** The newest seal. */
  head: StoredSeal | undefined;
  /** The first that does not hold, and how many do not. */
  broken: Break | undefined;
  breaks: number;
}

/**
 * Goes through the whole chain and everything under it, in batches. What it finds: a row that was changed, taken away,
 * put in later under an old number or moved, and a seal that was changed or taken out of the middle. What it cannot
 * find alone: that the newest seals are gone, or that all were made anew; a hash that somebody wrote down finds those.
 */
export async function verifyChain(client: Queryable): Promise<Verified> {
  const readers: Readers = {
    events: readRowsAfter(client, "Event", beforeAll),
    entries: readRowsAfter(client, "AuditEntry", beforeAll),
  };
  const found: Verified = { seals: 0, rows: 0, head: undefined, broken: undefined, breaks: 0 };
  for (let more = true; more; ) {
    const seals = await sealsAfter(client, found.head?.id ?? Number.MIN_SAFE_INTEGER, sealsAtOnce);
    for (const seal of seals) await verifySeal(found, seal, readers);
    more = seals.length === sealsAtOnce;
  }
  return found;
}

/** The same, and writes down when it was and what was found. */
export async function checkedChain(client: Queryable): Promise<Verified> {
  const verified = await verifyChain(client);
  const { seals, rows, broken } = verified;
  await client.query({
    text: `INSERT INTO "ChainCheck" ("at", "seals", "rows", "brokenAt", "complaint") VALUES ($1, $2, $3, $4, $5)`,
    values: [now(), seals, rows, broken?.seal ?? null, broken?.sentence ?? null],
  });
  return verified;
}

async function verifySeal(found: Verified, seal: StoredSeal, readers: Readers): Promise<void> {
  const before = found.head;
  const held = await hashOf(seal, readers);
  const wrong = faultOf(seal, before, held);
  found.seals += 1;
  found.rows += held.events + held.entries;
  found.head = seal;
  if (!wrong) return;
  found.breaks += 1;
  found.broken ??= { seal: seal.id, sentence: wrong };
}

function faultOf(
  seal: StoredSeal,
  before: StoredSeal | undefined,
  held: { hash: string; events: number; entries: number },
): string | undefined {
  const expected = (before?.id ?? 0) + 1;
  if (seal.id !== expected) return `Seal ${expected} is missing; the next one is seal ${seal.id}.`;
  if (seal.previous !== (before?.hash ?? noHash)) return `Seal ${seal.id} does not follow the one before it.`;
  if (seal.form !== currentForm)
    return `Seal ${seal.id} has the form ${seal.form}, which this release does not know.`;
  const place = placeOf(seal, before);
  if (held.events !== seal.events) {
    return `${place}: ${seal.events} events were sealed, and ${held.events} are there.`;
  }
  if (held.entries !== seal.entries) {
    return `${place}: ${seal.entries} entries of the audit were sealed, and ${held.entries} are there.`;
  }
  return held.hash === seal.hash ? undefined : `${place}: something was changed afterwards, or the seal was.`;
}

/** Where in the tables it is, for whoever goes to look. */
function placeOf({ id, at, toEvent, toEntry }: StoredSeal, before: StoredSeal | undefined): string {
  const events = range("events", before?.toEvent ?? 0n, toEvent);
  const entries = range("entries of the audit", before?.toEntry ?? 0n, toEntry);
  return `Seal ${id} of ${instantInWords(at)} (${[events, entries].filter(Boolean).join(", ")})`;
}

/** A time of the chain for people; one that is none stands as it is. */
function instantInWords(milliseconds: string): string {
  const at = new Date(Number(milliseconds));
  return Number.isNaN(at.getTime()) ? milliseconds : at.toISOString();
}

function range(what: string, after: bigint, to: bigint): string {
  return to > after ? `${what} ${after + 1n} to ${to}` : "";
}

/** The seal with this hash, or with one that begins so. */
export async function findSeal(
  client: Queryable,
  hash: string,
): Promise<{ id: number; at: string } | undefined> {
  const { rows } = await client.query<{ id: number; at: string }>({
    text: `SELECT "id", ${instantAsText('"at"')} AS "at" FROM "Seal" WHERE "hash" LIKE $1 ORDER BY "id" LIMIT 1`,
    values: [`${hash.replaceAll(/[^0-9a-f]/g, "")}%`],
  });
  return rows.map(({ id, at }) => ({ id, at: instantInWords(at) }))[0];
}

/** No more than this is counted. */
export const mostCounted = 10_000;

/** How many events and entries no seal covers yet. */
export async function countUnsealed(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ count: number }>({
    text: `WITH last AS (SELECT coalesce(max("toEvent"), 0) AS "event", coalesce(max("toEntry"), 0) AS "entry" FROM "Seal")
      SELECT count(*)::int AS "count" FROM (
        (SELECT 1 FROM "Event" WHERE "id" > (SELECT "event" FROM last) LIMIT ${mostCounted})
        UNION ALL (SELECT 1 FROM "AuditEntry" WHERE "id" > (SELECT "entry" FROM last) LIMIT ${mostCounted})) AS "waiting"`,
  });
  return rows[0]?.count ?? 0;
}
