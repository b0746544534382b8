import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import about from "../../../package.json" with { type: "json" };
import type { Written } from "../../backup/write-backup";
import { isAlive } from "../../db/embedded-guests";
import { done, type Result, refuse } from "../../result";
import { type Answer, type Call, type Command, expectWords } from "../command";
import { fromCaller } from "../read-text";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- backup <file|-> [--with-sessions]";

export const backupCommand: Command = {
  name: "backup",
  summary: "Write all that the portal holds into one file, while it runs",
  help: `${usage}

Writes every table, the jobs that wait and the attached files as they are at one instant, into one .tar.gz (or, with -, to
standard output: npm run --silent portal -- backup - | …). Nobody waits for it. The file gets its name when it is whole; one
that is there already is left alone.

A backup is a secret: it holds what only the board may read, people's addresses, and what tokens for the API hash to.
Sessions, links for signing in and forms that were kept are left out, so that nobody is signed in after a restore;
--with-sessions keeps the sessions. The settings (.env, DATA_DIR/auth-secret) are not in it: keep them elsewhere.`,
  options: { "with-sessions": { type: "boolean" } },
  run: runBackup,
};

async function runBackup(call: Call): Promise<Result<Answer>> {
  const [name = ""] = expectWords(call, 1, usage);
  const withSessions = call.options["with-sessions"] === true;
  if (name === "-") {
    const written = await write(process.stdout, withSessions);
    process.stderr.write(`${sentences(written).join("\n")}\n`);
    return done({ lines: [], data: {} });
  }
  const path = fromCaller(name);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory())
    return refuse("not_found", `There is no folder for ${name}.`);
  if (existsSync(path)) return taken(name);
  const unfinished = asideOf(path);
  const forget = () => {
    rmSync(unfinished, { force: true });
    process.exit(1);
  };
  process.once("SIGINT", forget).once("SIGTERM", forget);
  try {
    const written = await write(createWriteStream(unfinished, { flags: "wx", mode: 0o600 }), withSessions);
    toDisk(unfinished);
    if (existsSync(path)) return taken(name);
    renameSync(unfinished, path);
    const { size } = statSync(path);
    const lines = [`Wrote ${name}: ${megabytes(size)}.`, ...sentences(written)];
    return done({ lines, data: { ...written, file: name, bytes: size } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse("refused", `The backup was not written: ${reason}. Nothing is left of it.`);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function taken(name: string) {
  return refuse("conflict", `${name} is there already, and is left as it is. Give another name.`);
}

async function write(to: Writable, withSessions: boolean): Promise<Written> {
  return withDatabase(async () => {
    const { writeBackup } = await import("../../backup/write-backup");
    const { noteBackup, sealBeforeBackup } = await import("../../audit/commands/note-backup");
    const wish = { url: process.env.DATABASE_URL ?? "", portal: about.version, withSessions };
    await sealBeforeBackup();
    const written = await writeBackup(wish, to);
    await noteBackup({ type: "backup.made", rows: written.rows });
    return written;
  });
}

/** Where it is written until it is whole; what killed processes left there goes. */
function asideOf(path: string): string {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    const [, pid] = name.startsWith(`${basename(path)}.`) ? (/\.(\d+)\.unfinished$/.exec(name) ?? []) : [];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
  return `${path}.${process.pid}.unfinished`;
}

function toDisk(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function sentences({ rows, tables, jobs, files, missing }: Written): string[] {
  return [
    `It holds ${rows} rows of ${tables} tables, ${jobs} jobs that wait, ${files} files.`,
    ...(missing.length > 0 ? [`Removed while it was written, or lost before: ${missing.join(", ")}.`] : []),
  ];
}

function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
