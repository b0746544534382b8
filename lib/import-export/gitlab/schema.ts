import { z } from "zod";

// What GitLab's REST API writes of issues and notes (docs/gitlab-format.md), as far as the import needs it. Keys that
// nothing here needs are left out.

const text = z
  .string()
  .refine((value) => !value.includes("\u0000"), { error: "holds a NUL character, which no text may hold" })
  .refine((value) => value.isWellFormed(), { error: "holds half of a character (a lone surrogate)" });
const time = z.iso.datetime({ offset: true }).transform((value) => new Date(value));
const person = z.object({ username: text.min(1), name: text.optional() });

export const gitlabNote = z.object({
  id: z.int().positive(),
  body: text,
  author: person,
  created_at: time,
  updated_at: time,
  /** GitLab's own note of a change. */
  system: z.boolean().default(false),
  /** Seen by the project's members only. */
  internal: z.boolean().nullish(),
  confidential: z.boolean().nullish(),
});

export const gitlabIssue = z.object({
  iid: z.int().positive(),
  title: text.min(1),
  description: text.nullish().transform((value) => value ?? ""),
  state: z.enum(["opened", "closed"]),
  created_at: time,
  updated_at: time,
  closed_at: time.nullish(),
  closed_by: person.nullish(),
  author: person,
  assignees: z.array(person).default([]),
  labels: z.array(text).default([]),
  milestone: z.object({ title: text }).nullish(),
  due_date: text.nullish(),
  weight: z.number().nullish(),
  moved_to_id: z.int().nullish(),
  // Without it nobody can tell who may read the issue, so there is no default.
  confidential: z.boolean(),
  web_url: text.refine((value) => readIssueAddress(value) !== undefined, {
    error:
      "is no address of an issue; GitLab writes one like https://gitlab.example/group/project/-/issues/12",
  }),
  notes: z.array(gitlabNote).default([]),
});

export type GitlabIssue = z.output<typeof gitlabIssue>;
export type GitlabNote = z.output<typeof gitlabNote>;

/** Host and project of an issue's page, also as newer releases call it. */
export function readIssueAddress(address: string): { host: string; project: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  const [, project] = /^\/(.+?)\/-\/(?:issues|work_items)\/\d+$/.exec(pathname) ?? [];
  return project ? { host, project } : undefined;
}
