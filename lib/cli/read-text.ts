import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { done, type Result, refuse } from "../result";

/** More than any tracker's page of a hundred issues; reading takes some twenty times as much memory. */
const mostBytes = 32 * 1024 * 1024;

/** The text of a file, or of standard input for `-`; whatever is no such text is a sentence. */
export async function readText(name: string): Promise<Result<string>> {
  if (name === "-") return readStream(process.stdin, "The standard input");
  const path = fromCaller(name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return refuse("not_found", `There is no file ${name}.`);
  if (found.isDirectory()) return refuse("invalid", `${name} is a folder. Give one file in it.`);
  if (found.size > mostBytes) return tooLarge(name, found.size);
  try {
    return await readStream(createReadStream(path), name);
  } catch (error) {
    return refuse("invalid", `${name} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
export function fromCaller(name: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), name);
}

async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Result<string>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostBytes) return tooLarge(name, size);
    chunks.push(chunk);
  }
  try {
    return done(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return refuse("invalid", `${name} is no text: it is not UTF-8.`);
  }
}

function tooLarge(name: string, size: number) {
  const megabytes = Math.ceil(size / 1024 / 1024);
  const most = mostBytes / 1024 / 1024;
  return refuse(
    "invalid",
    `${name} has ${megabytes} MB or more; at most ${most} MB are read at once. Import the issues in pages of a hundred.`,
  );
}
