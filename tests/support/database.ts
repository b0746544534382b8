import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type Embedded, startEmbedded } from "@/lib/db/embedded";
import { addressOf, asAdministrator, migrate, quoted, readMigrations } from "@/lib/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the server's database `postgres`. */
    server: string;
    /** Name of the database that every test file starts as a copy of. */
    template: string;
    /** Name that the database with the demo's story gets, once a file of this run has told it. */
    told: string;
  }
}

// A test's database need not survive a power cut.
export const careless = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/** Vitest's globalSetup: one PostgreSQL, and in it one template, made again only when a migration changes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await testServer();
  project.provide("server", url);
  project.provide("template", await templateIn(url));
  const told = `test_${process.pid}_told`;
  project.provide("told", told);
  return async () => {
    await dropDatabase(url, told);
    await stop();
  };
}

/** The PostgreSQL for tests: the one that TEST_DATABASE_URL names, else an embedded one in `.data/test`. */
export async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded: Embedded | undefined = given
    ? undefined
    : await startEmbedded(".data/test", { settings: careless });
  const url = addressOf(given ?? embedded?.url ?? "", "postgres");
  await dropAbandoned(url);
  return { url, stop: async () => embedded?.stop() };
}

/** A database for one test file, as a copy of the template; `drop` throws it away. */
export async function freshDatabase(
  server: string,
  template: string,
  name = `test_${process.pid}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`,
): Promise<{ url: string; drop(): Promise<void> }> {
  await asAdministrator(server, `CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(template)}`);
  return {
    url: addressOf(server, name),
    drop: () => dropDatabase(server, name),
  };
}

function dropDatabase(server: string, name: string): Promise<void> {
  return asAdministrator(server, `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
}

/** Made aside and renamed, so that a killed run leaves no half template. */
export async function templateIn(server: string): Promise<string> {
  const name = `template_${fingerprint()}`;
  if (await exists(server, name)) return name;
  const made = `test_${process.pid}_template`;
  await asAdministrator(server, `DROP DATABASE IF EXISTS ${quoted(made)} WITH (FORCE)`);
  await migrate(addressOf(server, made));
  const { migrateOutbox } = await import("@/lib/outbox/worker"); // brings the client along: only where it is needed
  await migrateOutbox(addressOf(server, made));
  try {
    await asAdministrator(server, `ALTER DATABASE ${quoted(made)} RENAME TO ${quoted(name)}`);
  } catch (error) {
    if (!(await exists(server, name))) throw error; // else another run was quicker
  }
  return name;
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  // The outbox brings its own tables, with its version.
  const lock = "node_modules/graphile-worker/package.json";
  if (existsSync(lock)) hash.update(readFileSync(lock));
  return hash.digest("hex").slice(0, 16);
}

export async function exists(server: string, name: string): Promise<boolean> {
  return (await ask<{ datname: string }>(server, "SELECT datname FROM pg_database")).some(
    ({ datname }) => datname === name,
  );
}

/** Databases of runs that were killed: their process is gone. */
async function dropAbandoned(server: string): Promise<void> {
  for (const { datname } of await ask<{ datname: string }>(server, "SELECT datname FROM pg_database")) {
    const pid = Number(/^test_(\d+)_/.exec(datname)?.[1]);
    if (pid && !isRunning(pid))
      await asAdministrator(server, `DROP DATABASE IF EXISTS ${quoted(datname)} WITH (FORCE)`);
  }
}

function isRunning(pid: number): boolean {
  return existsSync("/proc/self") ? existsSync(`/proc/${pid}`) : true;
}

/** Asks one question of a database. */
export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
