import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../error-code";

/** What the demo signs its sessions with: made once, so that a restart signs nobody out, and readable by its owner only. */
export function demoSecret(folder: string): string {
  const file = join(folder, "auth-secret");
  mkdirSync(folder, { recursive: true });
  const made = `${file}.${process.pid}`;
  writeFileSync(made, randomBytes(48).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(made, file); // the first of several starts wins, and nobody reads half a secret
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(made);
  }
  return readFileSync(file, "utf8").trim();
}
