import { createWriteStream, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { codeOf } from "../../error-code";
import { done, type Result, refuse } from "../../result";
import { type Actor, thePublic } from "../../workflow/actor";
import { type Answer, type Call, type Command, expectWords } from "../command";
import { theCommandLine } from "../command-line";
import { fromCaller } from "../read-text";
import { withDatabase } from "../with-database";

const usage = "npm run --silent portal -- export [--out <file>] [--as <person>|public]";

export const exportCommand: Command = {
  name: "export",
  summary: "Write everything as JSON lines",
  help: `${usage}

Writes everything that the portal holds, executive items included, one JSON object per line, to standard output or to
a file. All of it is of one instant. A file is replaced only when it is complete.

--as  only what that person may see, as the API's /export gives it to them; public for what everybody may see.`,
  options: { out: { type: "string" }, as: { type: "string" } },
  run: runExport,
};

async function runExport(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  const out = typeof call.options.out === "string" ? call.options.out : undefined;
  const as = typeof call.options.as === "string" ? call.options.as.replace(/^@/, "") : undefined;
  if (out === undefined) return writeToOutput(as);
  const path = fromCaller(out);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
    return refuse("not_found", `There is no folder for ${out}.`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse("invalid", `${out} is a folder. Give a file in it.`);
  }
  const lines = await writeToFile(path, as);
  if (!lines.ok) return lines;
  return done({
    lines: [`Wrote ${lines.value} lines to ${out}.`],
    data: { lines: lines.value, file: out },
  });
}

async function writeToFile(path: string, as: string | undefined): Promise<Result<number>> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    // It holds what only the board may read.
    const lines = await write(() => createWriteStream(unfinished, { mode: 0o600 }), as);
    if (lines.ok) renameSync(unfinished, path);
    return lines;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Whoever reads may have read enough: `… | head`. */
async function writeToOutput(as: string | undefined): Promise<Result<Answer>> {
  try {
    const lines = await write(() => process.stdout, as);
    if (!lines.ok) return lines;
  } catch (error) {
    if (codeOf(error) !== "EPIPE") throw error;
  }
  return done({ lines: [], data: {} });
}

async function write(open: () => NodeJS.WritableStream, as: string | undefined): Promise<Result<number>> {
  return withDatabase(async () => {
    const actor = await readerOf(as);
    if (!actor) return refuse("not_found", `Nobody who could sign in here is called ${as}.`);
    const { exportAll } = await import("../../import-export/export-queries/export-all");
    const { noteExport } = await import("../../audit/commands/note-alone");
    const what = as ? `everything that ${as === "public" ? "the public" : `@${as}`} may see` : "everything";
    await noteExport(theCommandLine, { what, format: "JSON lines" });
    let count = 0;
    async function* counted(reader: Actor) {
      for await (const line of exportAll(reader)) {
        count += 1;
        yield line;
      }
    }
    const to = open();
    await pipeline(Readable.from(counted(actor)), to, { end: to !== process.stdout });
    return done(count);
  });
}

async function readerOf(as: string | undefined): Promise<Actor | null> {
  if (as === undefined) return { kind: "system", name: "export" };
  if (as === "public") return thePublic;
  const { findActor } = await import("../../auth/find-actor");
  return findActor(as);
}
