import type { z } from "zod";
import { done, type Result, refuse } from "../../result";
import { jsonFault } from "../pagure/json-fault";
import { pathInWords } from "../pagure/wording";
import { type GitlabIssue, gitlabIssue } from "./schema";

const MAX_ERRORS = 20;

/**
 * The issues in a text that holds one issue or a list of them, as GitLab's API writes them, each with its `notes`. A text with
 * any fault is refused whole, with every fault named (at most 20).
 */
export function parseGitlab(text: string): Result<GitlabIssue[]> {
  if (text.trim() === "") return refuse("invalid", "The file is empty.");
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return readIssues(Array.isArray(json) ? json : [json], Array.isArray(json));
  } catch {
    return refuse("invalid", `The file is not JSON: ${jsonFault(text)}.`);
  }
}

export function readIssues(values: readonly unknown[], isList = true): Result<GitlabIssue[]> {
  const read = values.map((value) => gitlabIssue.safeParse(value));
  const issues = read.flatMap(({ data }) => (data ? [data] : []));
  if (issues.length === values.length) return done(issues);
  const errors = read.flatMap(({ error }, place) => (error ? faultsOf(error, isList ? [place] : []) : []));
  const listed = errors.slice(0, MAX_ERRORS);
  if (errors.length > MAX_ERRORS)
    listed.push({ path: "", message: `and ${errors.length - MAX_ERRORS} more` });
  const count = errors.length === 1 ? "a fault" : `${errors.length} faults`;
  return refuse(
    "invalid",
    `This is not what GitLab writes of issues: it has ${count}, so nothing was imported.`,
    listed,
  );
}

function faultsOf(error: z.ZodError, path: PropertyKey[]) {
  return error.issues.map((issue) => ({
    path: pathInWords([...path, ...issue.path]),
    message: issue.message,
  }));
}
