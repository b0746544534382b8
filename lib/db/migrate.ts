import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { codeOf } from "../error-code";

export const migrationsFolder = "prisma/migrations";

// What Prisma's own engine creates, word for word, and the lock that it takes: either may run first, or both at once.
const table = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;
const lock = 72707369;
const lockSeconds = 60;

export interface Migration {
  name: string;
  sql: string;
  /** As Prisma computes it: SHA-256 of the file. */
  checksum: string;
}

/**
 * Brings the database up to this release and returns the names of what it applied. Creates the database if it is missing.
 * A migration and its record are one transaction, so a killed start leaves nothing half done. Throws a sentence where
 * the database is of another history.
 */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
  const migrations = readMigrations(folder);
  await ensureDatabase(url);
  const client = await connectTo(url);
  try {
    await takeLock(client);
    const applied = await appliedMigrations(client, migrations);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end(); // gives the lock back
  }
}

/** Creates the database that the address names, unless it is there. */
export async function ensureDatabase(url: string): Promise<void> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    await (await connectTo(url)).end();
  } catch (error) {
    if (codeOf(error) !== "3D000") throw error;
    await asAdministrator(url, `CREATE DATABASE ${quoted(name)}`);
  }
}

/** Runs one statement in the cluster's own database, where a database can be created or dropped. */
export async function asAdministrator(url: string, sql: string): Promise<void> {
  const client = await connectTo(addressOf(url, "postgres"));
  try {
    await client.query(sql);
  } catch (error) {
    const racing = ["42P04", "23505"].includes(codeOf(error) ?? ""); // somebody else created it just now
    if (!racing) throw error;
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.toString();
}

export function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}

export function readMigrations(folder = migrationsFolder): Migration[] {
  const entries = readdirSync(/*turbopackIgnore: true*/ folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().map((name) => {
    const sql = readFileSync(/*turbopackIgnore: true*/ join(folder, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query that is running says it better
  await client.connect();
  return client;
}

/** One process at a time changes the tables; the lock goes with the connection. */
export async function takeLock(client: pg.Client): Promise<void> {
  await client.query(`SET lock_timeout = '${lockSeconds}s'`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
  } catch (error) {
    if (codeOf(error) !== "55P03") throw error;
    throw new Error(
      `Another process has been migrating this database for ${lockSeconds} seconds. Wait for it, or end it, then start again.`,
    );
  }
  await client.query("SET lock_timeout = 0");
}

interface Recorded {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** What the database already has; refuses a database whose history is not this release's. */
async function appliedMigrations(client: pg.Client, known: Migration[]): Promise<Set<string>> {
  await client.query(table);
  const { rows } = await client.query<Recorded>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  for (const row of rows) {
    const complaint = complaintAbout(row, known);
    if (complaint) throw new Error(complaint);
  }
  return new Set(rows.map((row) => row.migration_name));
}

function complaintAbout(row: Recorded, known: Migration[]): string | undefined {
  const name = row.migration_name;
  const migration = known.find((candidate) => candidate.name === name);
  if (!row.finished_at) {
    return `Migration ${name} failed earlier. Repair the database, then run: npx prisma migrate resolve --config prisma/config.ts --rolled-back ${name}`;
  }
  if (!migration) {
    return `The database has migration ${name}, which this release does not know: it belongs to a newer release. Start that one, or restore a backup.`;
  }
  if (migration.checksum !== row.checksum) {
    return `Migration ${name} was edited after it was applied. A migration never changes: put the file back and write a new one.`;
  }
  return undefined;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await applyWithin(client, migration);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {}); // the connection may be gone, and with it the transaction
    throw error;
  }
}

/** Applies a migration and records it, in the caller's transaction. */
export async function applyWithin(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(table);
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
  } catch (error) {
    throw new Error(
      `Migration ${name} failed${lineOf(error, sql)}, and nothing of it was kept: ${String(error)}`,
      { cause: error },
    );
  }
}

function lineOf(error: unknown, sql: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? "" : ` in line ${sql.slice(0, position).split("\n").length}`;
}
