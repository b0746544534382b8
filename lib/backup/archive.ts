import { z } from "zod";

// A backup is a tar archive, packed by gzip: what anybody can look into without the portal. First what it is of
// (backup.json), then the rows of each table as COPY writes them, in parts, the jobs that wait, the files of a folder, and
// last what all of it has to be (manifest.json). Parts are small, so that neither side holds more than one in memory.

export const headerName = "backup.json";
export const manifestName = "manifest.json";
export const jobsName = "jobs";

/** One part of a table; a file has at most 10 MB by its own limit. */
export const partBytes = 4 * 1024 * 1024;
export const longestPart = 64 * 1024 * 1024;

const count = z.number().int().min(0);

export const headerSchema = z.object({
  format: z.literal(1),
  /** Version of the portal that wrote it. */
  portal: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })).min(1),
});
export type Header = z.output<typeof headerSchema>;

export const manifestSchema = z.object({
  /** In their order. */
  parts: z.array(z.object({ name: z.string(), bytes: count, sha256: z.string() })),
  /** By table; `jobs` are the jobs that wait. */
  rows: z.record(z.string(), count),
  /** Read after the rows: as far as any of them, or further. */
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  files: count,
  /** Ids of attached files that were removed while the backup was written. */
  missing: z.array(z.string()),
});
export type Manifest = z.output<typeof manifestSchema>;

/** How many rows of tables a backup holds, and how many jobs that wait. */
export function amountsIn(rows: Manifest["rows"]): { rows: number; jobs: number } {
  const { [jobsName]: jobs = 0, ...ofTables } = rows;
  return { rows: Object.values(ofTables).reduce((sum, each) => sum + each, 0), jobs };
}

/** What a backup leaves out: it would let somebody in, or has served when the backup is needed. */
export const leftOut: readonly string[] = ["Session", "SignInLink", "KeptForm", "Submission", "RateLimit"];

/** The number of a transaction means nothing in another cluster, and there it could be that of one to come. */
export const columnsLeftOut: Readonly<Record<string, readonly string[]>> = { Event: ["tx"] };

export const partOfTable = (table: string, number: number) => `tables/${table}/${number}.copy`;
export const fileName = (id: string) => `files/${id}`;

/** The table that a part belongs to, or the file. */
export function readName(name: string): { table: string } | { file: string } | undefined {
  const [, table] = /^tables\/(\w+)\/\d+\.copy$/.exec(name) ?? [];
  const [, file] = /^files\/([0-9a-f-]{36})$/.exec(name) ?? [];
  return table ? { table } : file ? { file } : undefined;
}

/** The backup is not whole, or not as it was written. */
export class DamagedBackup extends Error {
  constructor(where: string, what: string) {
    super(`The backup is damaged ${where}: ${what}. Nothing was restored.`);
    this.name = "DamagedBackup";
  }
}
