import { done, type Result, refuse } from "../../result";
import { askTracker, type Line } from "../ask-tracker";
import type { ImportPlan } from "../import-plan";
import { listKnownStates } from "../known-state-queries";
import { readIssues } from "./parse";
import type { GitlabIssue } from "./schema";
import { planGitlab } from "./to-portal";

/** Reads a page of issues, and fetches the notes of those that are new or have changed since they were imported. */
export async function gitlabPlans(
  json: unknown,
  address: string,
  line: Line,
): Promise<Result<{ plans: ImportPlan[]; unchanged: number }>> {
  if (!Array.isArray(json))
    return refuse("invalid", "GitLab answered with something that is no list of issues.");
  const issues = readIssues(json);
  if (!issues.ok) return issues;
  const known = await listKnownStates(issues.value.map((issue) => planGitlab(issue).sourceKey));
  const plans: ImportPlan[] = [];
  for (const issue of issues.value) {
    const { sourceKey, updatedAt } = planGitlab(issue);
    if (known.get(sourceKey) === updatedAt.toISOString()) continue;
    const notes = await notesOf(issue, address, line);
    if (!notes.ok) return notes;
    plans.push(planGitlab(notes.value));
  }
  return done({ plans, unchanged: issues.value.length - plans.length });
}

async function notesOf(issue: GitlabIssue, from: string, line: Line): Promise<Result<GitlabIssue>> {
  const [base = ""] = from.split(/\/issues(?:[/?]|$)/, 1);
  const notes: unknown[] = [];
  for (
    let next: string | undefined =
      `${base}/issues/${issue.iid}/notes?sort=asc&order_by=created_at&per_page=100`;
    next;
  ) {
    const page = await askTracker(next, line);
    if (!page.ok) return page;
    if (!Array.isArray(page.value.json))
      return refuse("invalid", `The notes of issue ${issue.iid} are no list.`);
    notes.push(...page.value.json);
    next = page.value.next;
  }
  return withNotes(issue, notes);
}

function withNotes(issue: GitlabIssue, notes: unknown[]): Result<GitlabIssue> {
  // The issue is read already; written out again it is what GitLab wrote.
  const whole = readIssues([{ ...(JSON.parse(JSON.stringify(issue)) as object), notes }]);
  const [first] = whole.ok ? whole.value : [];
  return first
    ? done(first)
    : refuse("invalid", `The notes of issue ${issue.iid} are not what GitLab writes.`);
}
