import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The account that runs PostgreSQL where the caller is root: PostgreSQL refuses root itself. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const outside = "/var/lib";

/** `postgres`, else `nobody`, where the caller is root; undefined where the caller can run it as itself. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const row = rows.find((cells) => cells[0] === name);
    if (row) return { name, uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither an account “postgres” nor “nobody”. " +
      "Start the portal as another user, or set DATABASE_URL to a PostgreSQL of your own.",
  );
}

/**
 * The data folder as this account can reach it. A clone under /root is closed to every other account, so there the data
 * is kept under /var/lib and `dir` becomes a link to it: deleting the link starts afresh.
 */
export function reachableFolder(dir: string, account: Account | undefined): string {
  mkdirSync(dirname(dir), { recursive: true });
  if (account && !existsSync(dir) && !canReach(dirname(dir), account)) linkOutside(dir);
  mkdirSync(dir, { recursive: true });
  const real = realpathSync(dir);
  if (account) chownSync(real, account.uid, account.gid);
  chmodSync(real, 0o700);
  return real;
}

/** The folder of PostgreSQL's programs, copied to where this account can run them if it cannot reach them. */
export function reachablePrograms(home: string, version: string, account: Account | undefined): string {
  if (!account || canReach(join(home, "native", "bin"), account)) return home;
  const copy = join(outside, `streamboard-postgresql-${version}`);
  if (!existsSync(copy)) {
    const made = `${copy}.${process.pid}`;
    cpSync(home, made, { recursive: true, verbatimSymlinks: true });
    moveInto(made, copy);
  }
  return copy;
}

/** Whole or not at all, whoever else does the same. */
export function moveInto(made: string, target: string): void {
  try {
    renameSync(made, target);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

function linkOutside(dir: string): void {
  const made = mkdtempSync(join(outside, "streamboard-"));
  try {
    symlinkSync(made, dir);
  } catch (error) {
    rmSync(made, { recursive: true });
    if (!existsSync(dir)) throw error; // else another process was quicker
  }
}

function canReach(path: string, account: Account): boolean {
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === dirname(folder)) return true;
  }
}
