import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Pack, pack } from "tar-stream";
import { now } from "../clock";
import { connectTo } from "../db/migrate";
import { readFromFolder } from "../materials/storage";
import {
  amountsIn,
  fileName,
  type Header,
  headerName,
  jobsName,
  leftOut,
  type Manifest,
  manifestName,
  partBytes,
  partOfTable,
} from "./archive";
import { columnList, listSequences, listTables, named } from "./catalog";

export interface Wish {
  /** The database's address. */
  url: string;
  portal: string;
  /** Keeps the sessions too, so that nobody has to sign in again. */
  withSessions: boolean;
}

export interface Written {
  rows: number;
  tables: number;
  jobs: number;
  files: number;
  missing: string[];
}

/**
 * Writes all that the portal holds as one archive, of one instant: everything is read in one transaction that sees no
 * later one, and for which nobody waits. Fails where the archive cannot be written to its end.
 */
export async function writeBackup(wish: Wish, out: Writable): Promise<Written> {
  const client = await connectTo(wish.url);
  const archive = pack();
  const written = inSnapshot(client, wish, archive).then(
    (value) => {
      archive.finalize();
      return value;
    },
    (failure) => {
      archive.destroy(failure);
      throw failure;
    },
  );
  try {
    const [value] = await Promise.all([
      written,
      pipeline(archive, createGzip(), out, { end: out !== process.stdout }),
    ]);
    return value;
  } finally {
    await written.catch(() => undefined); // the connection is still its own until then
    await client.end();
  }
}

async function inSnapshot(client: pg.Client, wish: Wish, archive: Pack): Promise<Written> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY, DEFERRABLE");
  await client.query("SET LOCAL TimeZone = 'UTC'");
  const parts = new Parts(archive);
  const held = wish.withSessions ? leftOut.filter((name) => name !== "Session") : leftOut;
  const tables = (await listTables(client)).filter(({ name }) => !held.includes(name));
  // A migration meanwhile would change what is about to be read.
  await client.query(`LOCK TABLE ${tables.map(({ name }) => named(name)).join(", ")} IN ACCESS SHARE MODE`);
  await parts.addJson(headerName, await headerOf(client, wish, tables));
  const rows: Record<string, number> = {};
  for (const { name, columns } of tables) {
    const query = `COPY ${named(name)} (${columnList(columns)}) TO STDOUT`;
    rows[name] = await parts.addTable(client, name, query);
  }
  rows[jobsName] = await parts.addTable(client, jobsName, `COPY (${waitingJobs}) TO STDOUT`);
  const { files, missing } = await addFiles(client, parts);
  const sequences = await listSequences(client);
  await client.query("COMMIT");
  await parts.addJson(manifestName, { parts: parts.added, rows, sequences, files, missing });
  return { ...amountsIn(rows), tables: tables.length, files, missing };
}

/** Mail with a link that signs somebody in is not kept; a job that was given up stays given up. */
const waitingJobs = `SELECT json_build_object('task', t.identifier, 'payload', j.payload, 'runAt', j.run_at,
    'maxAttempts', j.max_attempts, 'key', j.key, 'priority', j.priority)
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.attempts < j.max_attempts AND t.identifier <> 'sign_in_link' ORDER BY j.id`;

async function headerOf(client: pg.Client, { portal }: Wish, tables: Header["tables"]): Promise<Header> {
  const { rows } = await client.query<Header["migrations"][number]>(
    `SELECT migration_name AS "name", checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return { format: 1, portal, takenAt: now().toISOString(), migrations: rows, tables };
}

/** Files are never changed, only made and removed: one that is gone meanwhile is named, and stops nothing. */
async function addFiles(client: pg.Client, parts: Parts): Promise<Pick<Manifest, "files" | "missing">> {
  const { rows } = await client.query<{ id: string; size: number }>(
    `SELECT "id", "size" FROM "Attachment" WHERE "place" = 'folder' ORDER BY "id"`,
  );
  const missing: string[] = [];
  for (const { id, size } of rows) {
    const bytes = await readFromFolder(id, { start: 0, length: size }).catch(() => undefined);
    if (bytes) await parts.add(fileName(id), Buffer.from(bytes));
    else missing.push(id);
  }
  return { files: rows.length - missing.length, missing };
}

/** The archive while it is written: part after part, each waited for, so that memory stays flat. */
class Parts {
  readonly added: Manifest["parts"] = [];
  constructor(private readonly archive: Pack) {}

  async add(name: string, bytes: Buffer): Promise<void> {
    await new Promise<void>((ok, fail) => {
      this.archive.entry({ name, mode: 0o600 }, bytes, (failure) => (failure ? fail(failure) : ok()));
    });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    this.added.push({ name, bytes: bytes.length, sha256 });
  }

  async addJson(name: string, value: Header | Manifest): Promise<void> {
    await this.add(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
  }

  /** Answers how many rows there were. */
  async addTable(client: pg.Client, table: string, query: string): Promise<number> {
    const rows = client.query(copyTo(query));
    let chunks: Buffer[] = [];
    let size = 0;
    let number = 0;
    const flush = async () => {
      if (size > 0) await this.add(partOfTable(table, ++number), Buffer.concat(chunks));
      chunks = [];
      size = 0;
    };
    // COPY's stream is one of bytes.
    for await (const chunk of rows as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= partBytes) await flush();
    }
    await flush();
    return rows.rowCount;
  }
}
