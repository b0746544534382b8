import { isDeepStrictEqual } from "node:util";
import { done, type FieldError, type Result, refuse } from "../../result";
import { countedFaults, inWords, listedFaults, pathInWords, readJson } from "../faults";
import { type PagureIssue, pagureIssue, sourceKeyOf } from "./schema";

/**
 * The issues in a file that holds one issue, `{"issue": …}`, a list of issues, or a page of Pagure's API, in
 * the order of the file. A file with any fault is refused whole, with every fault named (at most 20): where
 * it stands, what is wrong, what would be right.
 */
export function parsePagure(text: string): Result<PagureIssue[]> {
  const json = readJson(text);
  if (!json.ok) return json;
  const found = findIssues(json.value);
  if (!found.ok) return found;
  const issues: PagureIssue[] = [];
  const errors: FieldError[] = [];
  for (const { path, value } of found.value) {
    const parsed = pagureIssue.safeParse(value);
    if (parsed.success) issues.push(parsed.data);
    else errors.push(...parsed.error.issues.map((issue) => errorAt([...path, ...issue.path], issue.message)));
  }
  return errors.length > 0 ? refuseFaults(errors) : withoutRepeats(issues);
}

interface Found {
  path: PropertyKey[];
  value: unknown;
}

/** Lists of issues that Pagure's API knows: a project's page, and a person's issues. */
const LISTS = ["issues", "issues_created", "issues_assigned"];

function findIssues(json: unknown): Result<Found[]> {
  if (Array.isArray(json)) return done(entriesOf([], json));
  if (typeof json !== "object" || json === null) {
    return refuse("invalid", "The file holds neither an issue nor a list of issues.");
  }
  const page = new Map<string, unknown>(Object.entries(json));
  if (page.has("error_code")) {
    const said = JSON.stringify(page.get("error") ?? page.get("error_code"));
    return refuse("invalid", `The file is a refusal of Pagure, not an issue; it says ${said}.`);
  }
  const lists = LISTS.filter((name) => page.has(name));
  const unfit = lists.find((name) => !Array.isArray(page.get(name)));
  if (unfit)
    return refuseFaults([{ path: unfit, message: "is no list; Pagure writes a list of issues in [ ]" }]);
  if (lists.length > 0) return done(lists.flatMap((name) => entriesOf([name], page.get(name))));
  if (page.has("issue")) return done([{ path: ["issue"], value: page.get("issue") }]);
  if (page.has("id") || page.has("title")) return done([{ path: [], value: json }]);
  const keys = [...page.keys()].slice(0, 5).map((key) => JSON.stringify(key));
  return refuse(
    "invalid",
    `The file holds neither an issue nor a list of issues; it has ${keys.join(", ") || "nothing"} where "issue" or "issues" would be.`,
  );
}

function entriesOf(path: PropertyKey[], list: unknown): Found[] {
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ path: [...path, index], value })) : [];
}

function errorAt(path: PropertyKey[], message: string): FieldError {
  return { path: pathInWords(path), message };
}

function refuseFaults(errors: FieldError[]): ReturnType<typeof refuse> {
  const first = errors[0] ? inWords(errors[0]) : "";
  const message = `The file has ${countedFaults(errors)}, so nothing of it can be imported. ${first}`;
  return refuse("invalid", message, listedFaults(errors));
}

/** Of an issue that a file holds twice, the state that was updated last; two different ones of one time are refused. */
function withoutRepeats(issues: PagureIssue[]): Result<PagureIssue[]> {
  const latest = new Map<string, PagureIssue>();
  for (const issue of issues) {
    const key = sourceKeyOf(issue);
    const other = latest.get(key);
    if (!other || other.last_updated < issue.last_updated) latest.set(key, issue);
    else if (
      other.last_updated.getTime() === issue.last_updated.getTime() &&
      !isDeepStrictEqual(other, issue)
    ) {
      return refuse("invalid", conflictInWords(key, other, issue));
    }
  }
  return done([...latest.values()]);
}

function conflictInWords(key: string, one: PagureIssue, other: PagureIssue): string {
  const others = new Map<string, unknown>(Object.entries(other));
  const fields = Object.entries(one).filter(([name, value]) => !isDeepStrictEqual(value, others.get(name)));
  const names = fields.map(([name]) => name).join(", ");
  const time = one.last_updated.toISOString();
  return `${key} stands twice in the file, both times as of ${time}, but with different ${names}. Remove the wrong one.`;
}
