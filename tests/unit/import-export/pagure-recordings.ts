import { readdirSync, readFileSync } from "node:fs";
import { parsePagure } from "../../../lib/import-export/pagure/parse";
import type { PagureIssue } from "../../../lib/import-export/pagure/schema";

const FOLDER = new URL("../../fixtures/pagure/", import.meta.url);

/** The names of all recorded answers of a real Pagure, such as `issue_closed`. */
export const recordings = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(/\.json$/, ""));

export function recording(name: string): string {
  return readFileSync(new URL(`${name}.json`, FOLDER), "utf8");
}

/** The issues of a recorded answer; throws where it cannot be read. */
export function recordedIssues(name: string): PagureIssue[] {
  const parsed = parsePagure(recording(name));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.refusal.message}`);
  return parsed.value;
}

/** One recorded issue, by its number. */
export function recordedIssue(name: string, number: number): PagureIssue {
  const issue = recordedIssues(name).find(({ id }) => id === number);
  if (!issue) throw new Error(`${name} holds no issue ${number}`);
  return issue;
}
