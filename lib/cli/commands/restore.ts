import { createReadStream, statSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import type { Restored } from "../../backup/restore-backup";
import { done, type Result, refuse } from "../../result";
import { type Answer, type Call, type Command, expectWords } from "../command";
import { fromCaller } from "../read-text";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- restore <file|-> [--replace] [--yes]";

export const restoreCommand: Command = {
  name: "restore",
  summary: "Put a backup in the place of an empty database",
  help: `${usage}

Reads what backup wrote, compares every part with what was written, and puts all of it into the database, or nothing. A
backup of an earlier release is brought up to this one; one of a later release is refused. Sessions are not in a backup:
everybody signs in again.

--replace  also where the database holds something, which is thrown away. You are asked first; --yes answers for you.

The database's account has to own the portal's tables; it need not be a superuser. Servers may run meanwhile: they wait.`,
  options: { replace: { type: "boolean" }, yes: { type: "boolean" } },
  run: runRestore,
};

async function runRestore(call: Call): Promise<Result<Answer>> {
  const [name = ""] = expectWords(call, 1, usage);
  const replace = call.options.replace === true;
  const source = open(name);
  if (!source.ok) return source;
  const restored = await withDatabase(async () => {
    const url = process.env.DATABASE_URL ?? "";
    if (replace && call.options.yes !== true && !(await isMeant(url, name))) return notMeant;
    const { restoreBackup } = await import("../../backup/restore-backup");
    const { noteBackup } = await import("../../audit/commands/note-backup");
    const result = await restoreBackup({ url, replace }, source.value());
    if (result.ok) {
      const { rows, takenAt } = result.value;
      await noteBackup({ type: "backup.restored", rows, takenAt });
    }
    return result;
  });
  return restored.ok ? done({ lines: sentences(restored.value), data: { ...restored.value } }) : restored;
}

function open(name: string): Result<() => Readable> {
  if (name === "-") return done(() => process.stdin);
  const path = fromCaller(name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return refuse("not_found", `There is no file ${name}.`);
  if (!found.isFile()) return refuse("invalid", `${name} is no file.`);
  return done(() => createReadStream(path));
}

/** Nobody throws a database away by a slip: its name has to be typed. */
async function isMeant(url: string, file: string): Promise<boolean> {
  if (!process.stdin.isTTY || file === "-") return false;
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const question = `Everything in the database ${database} will be thrown away. Type its name to go on: `;
    return (await asking.question(question)).trim() === database;
  } finally {
    asking.close();
  }
}

const notMeant = refuse(
  "refused",
  "Nothing was thrown away. Type the database's name when you are asked, or say --yes where nobody can be asked.",
);

function sentences({ takenAt, portal, rows, jobs, files, missing, migrated }: Restored): string[] {
  return [
    `Restored the backup of ${takenAt}, release ${portal}: ${rows} rows, ${jobs} jobs that wait, ${files} files.`,
    ...migrated.map((name) => `Applied ${name}.`),
    ...(missing.length > 0 ? [`These files were not in it: ${missing.join(", ")}.`] : []),
    "Everybody signs in again, unless the backup was written with their sessions.",
  ];
}
