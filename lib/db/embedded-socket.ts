import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "./embedded-account";

// The system's limit for a socket's whole path is 107 bytes on Linux, 103 on macOS.
const longestSocketPath = 100;

/** The data folder itself, or a folder of the system's temporary directory where its path is too long for a socket. */
export function socketFolder(dir: string, account: Account | undefined): string {
  if (Buffer.byteLength(join(dir, ".s.PGSQL.5432")) <= longestSocketPath) return dir;
  const owner = account?.uid ?? process.getuid?.() ?? 0;
  const name = `streamboard-${owner}-${createHash("sha256").update(dir).digest("hex").slice(0, 12)}`;
  const folder = join(tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseStranger(folder, [owner, process.getuid?.() ?? 0]);
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** Anybody can make a folder of this name first, and would then hold our socket. */
function refuseStranger(folder: string, owners: number[]): void {
  const found = lstatSync(folder);
  if (found.isDirectory() && (process.platform === "win32" || owners.includes(found.uid))) return;
  throw new Error(
    `${folder} belongs to somebody else. Remove it, or set DATA_DIR to a folder with a shorter path.`,
  );
}
