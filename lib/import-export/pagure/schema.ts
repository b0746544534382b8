import { z } from "zod";
import { instantOf } from "./epoch";
import { wrong } from "./wording";

/** PostgreSQL keeps neither NUL nor half a surrogate pair; changing them silently would change what was said. */
const text = z
  .string({ error: wrong("text", 'text, such as "Proposal"') })
  .refine((value) => !value.includes("\u0000"), { error: "holds a NUL character, which no text may hold" })
  .refine((value) => value.isWellFormed(), { error: "holds half of a character (a lone surrogate)" });

const number = z.int({ error: wrong("whole number", "a whole number, such as 63") });

const time = z
  .union([z.string(), z.number()], {
    error: wrong("time", 'seconds since 1970, such as "1795379592.480359"'),
  })
  .transform((value, context) => {
    const instant = instantOf(value);
    if (instant) return instant;
    const message = wrong("time", 'seconds since 1970, such as "1795379592.480359"')({ input: value });
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const yesOrNo = z.boolean({ error: wrong("yes or no", "true or false") });

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: wrong("list", "a list in [ ]") });
}

const person = z.object(
  { name: text.min(1, "is empty; Pagure writes the person's username"), fullname: text.optional() },
  { error: wrong("person", 'a person, such as {"name": "amara", "fullname": "Amara Example"}') },
);

/** Pagure writes the numbers of related issues as text. */
const issueNumber = z
  .union([z.string(), z.number()], { error: wrong("issue number", 'the number of an issue, such as "64"') })
  .refine((value) => /^[1-9]\d{0,8}$/.test(String(value)), {
    error: wrong("issue number", 'the number of an issue, such as "64"'),
  })
  .transform(Number);

const anAddress = wrong(
  "address of an issue",
  'an address, such as "https://pagure.example/centos/board/issue/63"',
);
const issueAddress = text.refine(isIssueAddress, { error: anAddress });

function isIssueAddress(value: string): boolean {
  return /^https?:\/\/[^/\s]+\/\S+\/issue\/\d+$/.test(value) && URL.canParse(value);
}

const comment = z.object(
  {
    id: number,
    comment: text,
    parent: number.nullish(),
    date_created: time,
    user: person,
    edited_on: time.nullish(),
    editor: person.nullish(),
    notification: yesOrNo.default(false),
    reactions: z
      .record(z.string(), list(text), { error: wrong("set of reactions", '{"Thumbs up": ["amara"]}') })
      .default({}),
  },
  { error: wrong("comment", "a comment in { }") },
);

const customField = z.object(
  {
    name: text,
    key_type: text.optional(),
    value: z
      .union([text, z.boolean(), z.number(), z.null()], {
        error: wrong("value", 'a value, such as "approved"'),
      })
      .transform((value) => (value === null ? null : String(value))),
  },
  { error: wrong("custom field", 'a field, such as {"name": "decision", "value": "approved"}') },
);

/** One issue as Pagure's API writes it (docs/pagure-format.md). Keys that nothing here needs are left out. */
export const pagureIssue = z
  .object(
    {
      id: number.positive("is no issue number; Pagure counts from 1"),
      title: text.min(1, "is empty; Pagure lets no issue be without a title"),
      content: text,
      full_url: issueAddress,
      status: text,
      close_status: text.nullish(),
      date_created: time,
      last_updated: time,
      closed_at: time.nullish(),
      closed_by: person.nullish(),
      user: person,
      assignee: person.nullish(),
      // Without it nobody can tell who may read the issue, so there is no default.
      private: yesOrNo,
      tags: list(text).default([]),
      depends: list(issueNumber).default([]),
      blocks: list(issueNumber).default([]),
      priority: number.nullish(),
      milestone: text.nullish(),
      custom_fields: list(customField).default([]),
      comments: list(comment),
    },
    { error: wrong("issue", "an issue in { }") },
  )
  .superRefine((issue, context) => {
    if (isIssueAddress(issue.full_url) && !issue.full_url.endsWith(`/issue/${issue.id}`)) {
      const message = `${JSON.stringify(issue.full_url)} is the address of another issue than ${issue.id}`;
      context.addIssue({ code: "custom", path: ["full_url"], message });
    }
    const seen = new Set<number>();
    issue.comments.forEach(({ id }, index) => {
      const message = `${id} is the id of an earlier comment as well; Pagure gives each its own`;
      if (seen.has(id)) context.addIssue({ code: "custom", path: ["comments", index, "id"], message });
      seen.add(id);
    });
  });

export type PagureIssue = z.output<typeof pagureIssue>;
export type PagureComment = PagureIssue["comments"][number];
export type PagurePerson = z.output<typeof person>;

/** What an issue is known by, wherever its tracker is hosted: `centos/board#63`. */
export function sourceKeyOf(issue: Pick<PagureIssue, "full_url" | "id">): string {
  const path = new URL(issue.full_url).pathname;
  return `${path.slice(1, path.lastIndexOf("/issue/"))}#${issue.id}`;
}
