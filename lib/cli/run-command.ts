import { parseArgs } from "node:util";
import { codeOf } from "../error-code";
import { inWords } from "../import-export/faults";
import type { FieldError, Refusal } from "../result";
import { type Answer, type Command, UsageError } from "./command";
import { backupCommand } from "./commands/backup";
import { ballotCommand } from "./commands/ballot";
import { doctorCommand } from "./commands/doctor";
import { exportCommand } from "./commands/export";
import { importCommand } from "./commands/import";
import { migrateCommand } from "./commands/migrate";
import { restoreCommand } from "./commands/restore";
import { seedCommand } from "./commands/seed";
import { tokenCommand } from "./commands/token";
import { userCommand } from "./commands/user";
import { workerCommand } from "./commands/worker";

export const commands: readonly Command[] = [
  ...[importCommand, exportCommand, userCommand, tokenCommand],
  ...[backupCommand, restoreCommand],
  ...[ballotCommand, workerCommand],
  ...[seedCommand, migrateCommand, doctorCommand],
];

/** Carries out what was typed behind `npm run portal --`. Answers the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    return say(overview(), name === undefined ? 2 : 0);
  }
  const command = commands.find((each) => each.name === name);
  if (!command) return say([`There is no command ${name}.`, "", ...overview()], 2);
  try {
    return await run(command, rest);
  } catch (error) {
    if (isUsageError(error)) return say([error.message, `More: npm run portal -- ${name} --help`], 2);
    return failed({ code: "refused", message: messageOf(error) }, rest.includes("--json"));
  }
}

async function run(command: Command, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...command.options,
      help: { type: "boolean", short: "h" },
      json: { type: "boolean" },
    },
  });
  // parseArgs gives lists only for options that may be repeated; there is none.
  const options = values as Record<string, string | boolean | undefined>;
  if (options.help)
    return say([command.help, "", "Options: --json answers for a program, --help shows this."], 0);
  const result = await command.run({ words: positionals, options });
  if (!result.ok) return failed(result.refusal, options.json === true);
  return succeeded(result.value, options.json === true);
}

function overview(): string[] {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`);
  return ["Usage: npm run portal -- <command> [--help] [--json]", "", ...list];
}

function succeeded({ lines, data }: Answer, json: boolean): number {
  // An export to standard output has said everything by itself.
  if (json && lines.length > 0) process.stdout.write(`${JSON.stringify({ ok: true, ...data })}\n`);
  else for (const line of lines) process.stdout.write(`${line}\n`);
  return 0;
}

function failed({ code, message, errors = [] }: Refusal, json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, code, message, errors })}\n`);
  else process.stderr.write(`${[withoutFirst(message, errors), ...errors.map(faultLine)].join("\n")}\n`);
  return 1;
}

/** A page shows the sentence alone, so it ends with the first fault; here that one has a line of its own. */
function withoutFirst(message: string, [first]: FieldError[]): string {
  const fault = first ? inWords(first) : "";
  return message.endsWith(fault) ? message.slice(0, message.length - fault.length).trim() : message;
}

/** One fault, one line. */
function faultLine(error: FieldError): string {
  return `  ${inWords(error)}`;
}

function say(lines: string[], code: 0 | 2): number {
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join("\n")}\n`);
  return code;
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && codeOf(error)?.startsWith("ERR_PARSE_ARGS") === true;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
