import type { ParseArgsConfig } from "node:util";
import type { Result } from "../result";

/** What a command answers: sentences for a person, and the same as data for a program (--json). */
export interface Answer {
  lines: string[];
  data: Record<string, unknown>;
}

export interface Call {
  /** The words after the command's name that are no options. */
  words: string[];
  options: Record<string, string | boolean | undefined>;
}

export interface Command {
  name: string;
  /** One line in the list of commands. */
  summary: string;
  /** How it is written, and what it does: the text of --help. */
  help: string;
  options?: NonNullable<ParseArgsConfig["options"]>;
  run(call: Call): Promise<Result<Answer>>;
}

/** The command was written wrongly: exit code 2, and a look at the help. */
export class UsageError extends Error {}

export function expectWords(call: Call, count: number, usage: string): string[] {
  if (call.words.length !== count) throw new UsageError(`Usage: ${usage}`);
  return call.words;
}
