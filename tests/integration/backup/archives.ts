import { createHash } from "node:crypto";
import { Readable, Writable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { extract, pack } from "tar-stream";
import { inject } from "vitest";
import { leftOut } from "@/lib/backup/archive";
import { listTables } from "@/lib/backup/catalog";
import { type Restored, restoreBackup } from "@/lib/backup/restore-backup";
import { writeBackup } from "@/lib/backup/write-backup";
import type { Result } from "@/lib/result";
import { freshDatabase } from "../../support/database";

export const urlOfSource = () => process.env.DATABASE_URL ?? "";

/** A backup of a database, in memory. */
export async function backedUp(url = urlOfSource()): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, next) {
      chunks.push(chunk);
      next();
    },
  });
  await writeBackup({ url, portal: "0.3.0", withSessions: false }, out);
  return Buffer.concat(chunks);
}

export function restored(url: string, archive: Buffer, replace = false): Promise<Result<Restored>> {
  return restoreBackup({ url, replace }, Readable.from([archive]));
}

/** A database of this release in which nothing is. */
export function anEmptyDatabase() {
  return freshDatabase(inject("server"), inject("template"));
}

/** A digest of each table that a backup holds. */
export async function digests(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found: Record<string, string> = {};
    for (const { name, columns } of await listTables(client)) {
      if (leftOut.includes(name)) continue;
      const row = columns.map((column) => `"${column}"`).join(", ");
      const { rows } = await client.query(`SELECT ROW(${row})::text AS "row" FROM "${name}" ORDER BY 1`);
      found[name] = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
    }
    return found;
  } finally {
    await client.end();
  }
}

/** The same archive with one part changed, left out (null), or as it was. */
export async function changed(
  archive: Buffer,
  change: (name: string, content: string) => string | null,
): Promise<Buffer> {
  const from = extract();
  Readable.from([gunzipSync(archive)]).pipe(from);
  const to = pack();
  for await (const entry of from) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk);
    const content = change(entry.header.name, Buffer.concat(chunks).toString("latin1"));
    if (content !== null) to.entry({ name: entry.header.name }, Buffer.from(content, "latin1"));
  }
  to.finalize();
  const out: Buffer[] = [];
  for await (const chunk of to as AsyncIterable<Buffer>) out.push(chunk);
  return gzipSync(Buffer.concat(out));
}
