import type { Readable } from "node:stream";
import pg from "pg";
import { connectTo, readMigrations, takeLock } from "../db/migrate";
import { log } from "../log";
import { isInFolder, removeFromFolder, writeToFolder } from "../materials/storage";
import { done, type Result, refuse } from "../result";
import { amountsIn, DamagedBackup, type Header, type Manifest, readName } from "./archive";
import { closeTables, countRows, Loader, openTables, setSequences, takeUpJobs } from "./load-tables";
import { headerIn, Ledger, manifestIn, type Part, readParts } from "./read-archive";
import { applyAll, type Course, courseFor, rebuild } from "./rebuild";

export interface Restored {
  takenAt: string;
  portal: string;
  rows: number;
  jobs: number;
  files: number;
  missing: string[];
  /** Migrations that the backup did not have yet. */
  migrated: string[];
}

interface Wish {
  /** The address of a database whose tables are of this release (prepareDatabase). */
  url: string;
  /** Throws away what the database holds. */
  replace: boolean;
}

/**
 * Puts a backup in the place of an empty database, or with `replace` of any: all of it, or nothing. It is one transaction,
 * and the archive is compared with its manifest before it is committed.
 */
export async function restoreBackup({ url, replace }: Wish, source: Readable): Promise<Result<Restored>> {
  const client = await connectTo(url);
  const files = new Set<string>();
  let isKept = false;
  try {
    const parts = readParts(source);
    const ledger = new Ledger();
    const header = headerIn(await firstOf(parts, ledger));
    const course = courseFor(header, readMigrations());
    if (!course.ok) return course;
    await takeLock(client);
    await client.query("BEGIN");
    await client.query("SET LOCAL TimeZone = 'UTC'; SET LOCAL lock_timeout = '60s'");
    if (!replace && (await holdsSomething(client))) return notEmpty;
    const manifest = await carryOut(client, { header, course: course.value, parts, ledger, files });
    await client.query("COMMIT");
    isKept = true;
    await sendOthersAway(client, course.value);
    return done(summaryOf(header, manifest, course.value));
  } catch (failure) {
    return refusalOf(failure);
  } finally {
    source.destroy();
    if (!isKept) for (const id of files) await removeFromFolder(id);
    await client.end(); // ends an open transaction too
  }
}

interface Work {
  header: Header;
  course: Course;
  parts: AsyncGenerator<Part>;
  ledger: Ledger;
  /** Notes the files that were written: they are in no transaction. */
  files: Set<string>;
}

async function firstOf(parts: AsyncGenerator<Part>, ledger: Ledger): Promise<Part | undefined> {
  const { value } = await parts.next();
  if (value) ledger.note(value);
  return value ?? undefined;
}

async function carryOut(
  client: pg.Client,
  { header, course, parts, ledger, files }: Work,
): Promise<Manifest> {
  if (course.rebuildWith) await rebuild(client, course.rebuildWith);
  const keys = await openTables(client);
  const loader = new Loader(client, header.tables);
  let manifest: Manifest | undefined;
  for await (const part of parts) {
    if (manifest) throw new DamagedBackup(`at ${part.name}`, "it stands behind the end");
    manifest = manifestIn(part);
    if (manifest) continue;
    ledger.note(part);
    await take(part, loader, files);
  }
  await loader.end();
  if (!manifest)
    throw new DamagedBackup("at its end", "it stops before the manifest: it was not written to its end");
  ledger.settle(manifest);
  await countRows(client, manifest);
  await setSequences(client, manifest.sequences);
  await closeTables(client, keys);
  await takeUpJobs(client);
  await applyAll(client, course.then);
  return manifest;
}

async function take({ name, bytes }: Part, loader: Loader, files: Set<string>): Promise<void> {
  const place = readName(name);
  if (!place) throw new DamagedBackup(`at ${name}`, "nothing of that name belongs into a backup");
  if ("table" in place) return loader.add(place.table, bytes);
  await loader.end();
  // A file is never changed: one that is there already is this one, and stays if the restore is refused.
  if (await isInFolder(place.file)) return;
  files.add(place.file);
  await writeToFolder(place.file, bytes);
}

async function holdsSomething(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "Person") OR EXISTS (SELECT 1 FROM "Event") OR EXISTS (SELECT 1 FROM "Proposal") AS "some"`,
  );
  return rows[0]?.some === true;
}

const notEmpty = refuse(
  "refused",
  "The database is not empty. Restore into an empty one, or say --replace to throw away what this one holds.",
);

/** Tables and types are other ones now, also where they have the old names: whoever remembers the old ones asks anew. */
async function sendOthersAway(client: pg.Client, { rebuildWith }: Course): Promise<void> {
  if (!rebuildWith) return;
  await client
    .query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
    )
    .catch((failure) =>
      log.warn({ failure }, "restart the servers: they may remember the tables as they were"),
    );
}

function summaryOf(
  { takenAt, portal }: Header,
  { rows, files, missing }: Manifest,
  { then }: Course,
): Restored {
  return { takenAt, portal, ...amountsIn(rows), files, missing, migrated: then.map(({ name }) => name) };
}

function refusalOf(failure: unknown): Result<never> {
  if (failure instanceof DamagedBackup) return refuse("invalid", failure.message);
  if (failure instanceof pg.DatabaseError && failure.code === "55P03")
    return refuse(
      "conflict",
      "Somebody uses the database, and did not let go for a minute. Nothing was restored.",
    );
  if (failure instanceof pg.DatabaseError) {
    const where = failure.table ? ` in the table ${failure.table}` : "";
    return refuse(
      "invalid",
      `The database does not take the backup${where}: ${failure.message}. Nothing was restored.`,
    );
  }
  throw failure;
}
