import { describe, expect, it, test } from "vitest";
import type { PagureIssue } from "../../../lib/import-export/pagure/schema";
import { planImport } from "../../../lib/import-export/pagure/to-portal";
import { recordedIssue, recordedIssues, recording, recordings } from "./pagure-recordings";

/** Every text inside a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What somebody said in an issue, a sentence or line at a time; the note's first line is the plan's `by`. */
function sentencesOf(issue: PagureIssue): string[] {
  const said = issue.comments.map((comment) =>
    comment.notification ? comment.comment.split("\n").slice(1).join("\n") : comment.comment,
  );
  return [issue.title, issue.content, ...said]
    .flatMap((text) => text.split(/(?<=[.?!])\s|\n/))
    .filter((sentence) => sentence.trim() !== "");
}

describe("nothing that was recorded is lost", () => {
  test.each(recordings)("every sentence of %s stands in the plan, to the letter", (name) => {
    for (const issue of recordedIssues(name)) {
      const plan = textsIn(planImport(issue)).join("\n");
      for (const sentence of sentencesOf(issue)) expect(plan).toContain(sentence);
    }
  });

  test.each(recordings)("every comment and note of %s is there once, with its writer and time", (name) => {
    for (const issue of recordedIssues(name)) {
      const plan = planImport(issue);
      const notes = new Set(plan.events.map(({ sourceId }) => Number(sourceId.split(".")[0])));
      expect(plan.comments.length + notes.size).toBe(issue.comments.length);
      for (const { id, user, date_created } of issue.comments) {
        const [at, by] = [date_created, user.name];
        const found = [
          ...plan.comments
            .filter(({ sourceId }) => sourceId === id)
            .map((each) => [each.at, each.author.username]),
          ...plan.events
            .filter(({ sourceId }) => sourceId === `${id}.0`)
            .map((each) => [each.at, each.by.username]),
        ];
        expect(found).toEqual([[at, by]]);
      }
    }
  });

  test.each(recordings)("everybody who appears in %s is among its people, once", (name) => {
    const names = [...recording(name).matchAll(/"name":\s?"([^"]+)",\s?"url_path":\s?"user\//g)].map(
      (match) => match[1],
    );
    const people = recordedIssues(name).flatMap((issue) => {
      const usernames = planImport(issue).people.map(({ username }) => username);
      expect(new Set(usernames).size).toBe(usernames.length);
      return usernames;
    });
    expect(names.length).toBeGreaterThan(0);
    for (const each of names) expect(people).toContain(each);
  });
});

describe("the recorded board ticket, closed", () => {
  const plan = planImport(recordedIssue("issue_closed", 63));

  it("is known by its project and number, not by its host", () => {
    expect(plan.sourceKey).toBe("centos/board#63");
    expect(plan.number).toBe(63);
    expect(plan.visibility).toBe("public");
  });

  it("keeps its times to the millisecond, in UTC", () => {
    expect(plan.createdAt.toISOString()).toBe("2026-11-22T20:33:12.480Z");
    expect(plan.updatedAt.toISOString()).toBe("2026-11-22T20:33:46.054Z");
    expect(plan.comments[0]?.at.toISOString()).toBe("2026-11-22T20:33:14.238Z");
  });

  it("is summed up by its first paragraph", () => {
    expect(plan.summary).toBe("The mirror network has no public status page.");
  });

  it("says who closed it, when and why", () => {
    expect(plan.closed).toEqual({
      at: new Date("2026-11-22T20:33:45.940Z"),
      by: { username: "amara", fullName: "Amara Example" },
      status: "Fixed",
    });
  });

  it("keeps an edited comment's editor and its reactions", () => {
    expect(plan.comments[0]).toMatchObject({
      sourceId: 60689,
      author: { username: "bjorn" },
      editor: { username: "amara" },
      editedAt: new Date("2026-11-22T20:33:42.506Z"),
      reactions: { "Thumbs up": ["amara"] },
    });
  });

  it("turns each line of a note into an event of its own", () => {
    expect(plan.events.slice(-2)).toEqual([
      {
        sourceId: "60701.0",
        at: new Date("2026-11-22T20:33:46.055Z"),
        by: { username: "amara", fullName: "Amara Example" },
        change: {
          kind: "close_status",
          to: "Fixed",
          from: null,
          text: "- Issue close_status updated to: Fixed",
        },
        text: "- Issue close_status updated to: Fixed",
      },
      expect.objectContaining({
        sourceId: "60701.1",
        change: expect.objectContaining({ kind: "status", to: "Closed", from: "Open" }),
      }),
    ]);
  });

  it("keeps how the tracker said it stood", () => {
    expect(plan.state).toEqual({
      tags: ["agenda", "needs-vote", "proposal"],
      milestone: "Next meeting",
      priority: 3,
      customFields: [
        { name: "needs_vote_by", type: "date", value: "2021-11-10" },
        { name: "decision", type: "list", value: "approved" },
        { name: "minutes", type: "link", value: "https://example.org/minutes/2021-11-10" },
        { name: "quorum", type: "boolean", value: "on" },
      ],
      assignee: { username: "bjorn", fullName: "Bjorn Example" },
      depends: [64, 65],
      blocks: [],
    });
  });

  it("offers what was asked, and by which comment", () => {
    expect(plan.questions).toEqual([{ sourceCommentId: 60689, sentence: "Who is on call?" }]);
  });
});

describe("other recorded threads", () => {
  it("a quote, and the question under it, stay as they were", () => {
    const plan = planImport(recordedIssue("issue_open_with_relations", 63));
    expect(plan.comments[0]?.markdown).toBe(
      "> the infra team runs it\n\nWho is on call? @dalia can you say what it needs?",
    );
    expect(plan.questions.map(({ sentence }) => sentence)).toEqual([
      "Who is on call?",
      "@dalia can you say what it needs?",
    ]);
  });

  it("an open issue is not closed", () => {
    expect(planImport(recordedIssue("issue_open_with_relations", 63)).closed).toBeNull();
    expect(planImport(recordedIssue("issue_reopened", 63)).closed).toBeNull();
  });

  it("a private issue is for the executive session only", () => {
    expect(planImport(recordedIssue("issues_private_committer", 66)).visibility).toBe("executive");
  });

  it("an issue of the infra tracker keeps its own key", () => {
    expect(planImport(recordedIssue("infra_new_issue", 41)).sourceKey).toBe("centos-infra#41");
  });

  it("a long thread keeps its hundred comments in order", () => {
    const { comments } = planImport(recordedIssue("issues_page_100", 61));
    expect(comments).toHaveLength(100);
    expect(comments.map(({ sourceId }) => sourceId)).toEqual(
      comments.map(({ sourceId }) => sourceId).sort((a, b) => a - b),
    );
  });

  it("an answer to a deleted comment answers nothing; another keeps what it answers", () => {
    const issue = recordedIssue("issue_closed", 63);
    const [first, second, ...rest] = issue.comments;
    if (!first || !second) throw new Error("the recording has comments");
    const answering = (parent: number) =>
      planImport({ ...issue, comments: [first, { ...second, parent }, ...rest] }).comments[1]?.parentId;
    expect(answering(first.id)).toBe(first.id);
    expect(answering(1)).toBeUndefined();
  });

  it("a note that names somebody else than its writer keeps the name", () => {
    const issue = recordedIssue("issue_after_unmarking", 63);
    const comments = issue.comments.map((comment) => ({ ...comment, user: { name: "robot" } }));
    const lines = planImport({ ...issue, comments }).events.map(({ text }) => text);
    expect(lines).toContain("**Metadata Update from @amara**:");
  });
});
