import type { z } from "zod";
import { done, type Result, refuse } from "../../result";
import { countedFaults, listedFaults, pathInWords, readJson } from "../faults";
import { type GitlabIssue, gitlabIssue } from "./schema";

/**
 * The issues in a text that holds one issue or a list of them, as GitLab's API writes them, each with its `notes`. A text with
 * any fault is refused whole, with every fault named (at most 20).
 */
export function parseGitlab(text: string): Result<GitlabIssue[]> {
  const json = readJson(text);
  if (!json.ok) return json;
  const { value } = json;
  return Array.isArray(value) ? readIssues(value) : readIssues([value], false);
}

export function readIssues(values: readonly unknown[], isList = true): Result<GitlabIssue[]> {
  const read = values.map((value) => gitlabIssue.safeParse(value));
  const issues = read.flatMap(({ data }) => (data ? [data] : []));
  if (issues.length === values.length) return done(issues);
  const errors = read.flatMap(({ error }, place) => (error ? faultsOf(error, isList ? [place] : []) : []));
  const message = `This is not what GitLab writes of issues: it has ${countedFaults(errors)}, so nothing was imported.`;
  return refuse("invalid", message, listedFaults(errors));
}

function faultsOf(error: z.ZodError, path: PropertyKey[]) {
  return error.issues.map((issue) => ({
    path: pathInWords([...path, ...issue.path]),
    message: issue.message,
  }));
}
