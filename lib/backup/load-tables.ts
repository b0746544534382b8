import { once } from "node:events";
import pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { DamagedBackup, jobsName, type Manifest } from "./archive";
import {
  columnList,
  type ForeignKey,
  listForeignKeys,
  listTables,
  named,
  type Sequence,
  type Table,
} from "./catalog";

/**
 * Gets the tables ready to take rows as they were: without the triggers that guard how rows come about (an owner may switch
 * off its own; `session_replication_role` would take a superuser), without foreign keys, whose order nobody has to know
 * then, and empty. `loaded` puts all of it back. In the caller's transaction, which holds everybody else off.
 */
export async function openTables(client: pg.Client): Promise<ForeignKey[]> {
  const tables = await listTables(client);
  const all = tables.map(({ name }) => named(name)).join(", ");
  await client.query(`LOCK TABLE ${all} IN ACCESS EXCLUSIVE MODE`);
  const keys = await listForeignKeys(client);
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${named(table)} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`);
  for (const { name } of tables) await client.query(`ALTER TABLE ${named(name)} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${all}`);
  await client.query("CREATE TEMPORARY TABLE restored_job (facts jsonb NOT NULL, id serial) ON COMMIT DROP");
  return keys;
}

/** Every foreign key holds again, or the database says which row it is that refers to nothing. */
export async function closeTables(client: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys)
    await client.query(
      `ALTER TABLE ${named(table)} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`,
    );
  for (const { name } of await listTables(client))
    await client.query(`ALTER TABLE ${named(name)} ENABLE TRIGGER USER`);
}

/** Takes the parts of one table after the other. */
export class Loader {
  private current: { table: string; copy: CopyStreamQuery; over: Promise<void> } | undefined;

  constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly Table[],
  ) {}

  async add(table: string, bytes: Buffer): Promise<void> {
    const { copy, over } = this.current?.table === table ? this.current : await this.begin(table);
    if (!copy.write(bytes)) await Promise.race([once(copy, "drain"), over]);
  }

  async end(): Promise<void> {
    if (!this.current) return;
    const { copy, over } = this.current;
    this.current = undefined;
    copy.end();
    await over;
  }

  private async begin(table: string) {
    await this.end();
    const columns = this.tables.find(({ name }) => name === table)?.columns;
    if (!columns && table !== jobsName)
      throw new DamagedBackup(`at the table ${table}`, "its columns are not known");
    const into = columns ? `${named(table)} (${columnList(columns)})` : "restored_job (facts)";
    const copy = this.client.query(copyFrom(`COPY ${into} FROM STDIN`));
    const over = new Promise<void>((ok, fail) => copy.once("finish", ok).once("error", fail));
    over.catch(() => undefined); // it is awaited, at the latest at the end
    this.current = { table, copy, over };
    return this.current;
  }
}

/** Throws where a table has not as many rows as were written. */
export async function countRows(client: pg.Client, { rows }: Manifest): Promise<void> {
  for (const [table, wanted] of Object.entries(rows)) {
    const from = table === jobsName ? "restored_job" : named(table);
    const { rows: found } = await client.query<{ count: string }>(`SELECT count(*) FROM ${from}`);
    if (Number(found[0]?.count) !== wanted)
      throw new DamagedBackup(`in the table ${table}`, `it has ${found[0]?.count} rows instead of ${wanted}`);
  }
}

export async function setSequences(client: pg.Client, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, last, called } of sequences)
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [named(name), last, called]);
}

/** The jobs that waited, in the place of those that wait now. */
export async function takeUpJobs(client: pg.Client): Promise<void> {
  await client.query("DELETE FROM graphile_worker._private_jobs");
  await client.query(`SELECT graphile_worker.add_job(facts->>'task', (facts->'payload')::json,
      run_at => (facts->>'runAt')::timestamptz, max_attempts => (facts->>'maxAttempts')::int,
      job_key => facts->>'key', priority => (facts->>'priority')::int)
    FROM (SELECT facts FROM restored_job ORDER BY id) AS jobs`);
}
