import { createWriteStream, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { done, type Result, refuse } from "../../result";
import { type Answer, type Call, type Command, expectWords } from "../command";
import { fromCaller } from "../read-text";
import { withDatabase } from "../with-database";

const usage = "npm run --silent portal -- export [--out <file>]";

export const exportCommand: Command = {
  name: "export",
  summary: "Write everything as JSON lines",
  help: `${usage}

Writes everything that the portal holds, executive items included, one JSON object per line, to standard output or to
a file. All of it is of one instant. A file is replaced only when it is complete.`,
  options: { out: { type: "string" } },
  run: runExport,
};

async function runExport(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  const out = typeof call.options.out === "string" ? call.options.out : undefined;
  if (out === undefined) return writeToOutput();
  const path = fromCaller(out);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
    return refuse("not_found", `There is no folder for ${out}.`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse("invalid", `${out} is a folder. Give a file in it.`);
  }
  const lines = await writeToFile(path);
  return done({ lines: [`Wrote ${lines} lines to ${out}.`], data: { lines, file: out } });
}

async function writeToFile(path: string): Promise<number> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    // It holds what only the board may read.
    const lines = await write(createWriteStream(unfinished, { mode: 0o600 }), true);
    renameSync(unfinished, path);
    return lines;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Whoever reads may have read enough: `… | head`. */
async function writeToOutput(): Promise<Result<Answer>> {
  try {
    await write(process.stdout, false);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPIPE")) throw error;
  }
  return done({ lines: [], data: {} });
}

async function write(to: NodeJS.WritableStream, end: boolean): Promise<number> {
  return withDatabase(async () => {
    const { exportAll } = await import("../../import-export/export-queries/export-all");
    let count = 0;
    async function* counted() {
      for await (const line of exportAll({ kind: "system", name: "export" })) {
        count += 1;
        yield line;
      }
    }
    await pipeline(Readable.from(counted()), to, { end });
    return count;
  });
}
