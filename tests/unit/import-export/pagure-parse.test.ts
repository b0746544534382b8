import { describe, expect, it, test } from "vitest";
import { inWords } from "../../../lib/import-export/faults";
import { instantOf } from "../../../lib/import-export/pagure/epoch";
import { parsePagure } from "../../../lib/import-export/pagure/parse";
import { recordedIssues, recording, recordings } from "./pagure-recordings";

const amara = { name: "amara", fullname: "Amara Example" };
const comment = { id: 1, comment: "Yes.", date_created: "1795379594.238075", user: amara };
const issue = {
  id: 63,
  title: "A region",
  content: "Text.",
  full_url: "https://pagure.example/centos/board/issue/63",
  status: "Open",
  date_created: "1795379592.480359",
  last_updated: "1795379592.480359",
  user: amara,
  private: false,
  comments: [comment],
};

function faultsOf(value: unknown): string[] {
  const parsed = parsePagure(typeof value === "string" ? value : JSON.stringify(value));
  if (parsed.ok) return [];
  return parsed.refusal.errors?.map(inWords) ?? [parsed.refusal.message];
}

describe("a file from Pagure", () => {
  test.each(recordings)("%s, as recorded, can be read", (name) => {
    expect(recordedIssues(name).length).toBeGreaterThan(0);
  });

  test.each([
    ["one issue", issue],
    ["one issue as the answer to its creation", { issue, message: "Issue created" }],
    ["a list", [issue]],
    ["a page", { issues: [issue], pagination: { next: null } }],
    ["a person's issues", { issues_created: [issue], issues_assigned: [issue] }],
  ])("may hold %s", (_, value) => {
    const parsed = parsePagure(JSON.stringify(value));
    expect(parsed.ok && parsed.value.map(({ id }) => id)).toEqual([63]);
  });

  it("may be a page past the last one, which holds no issue", () => {
    expect(parsePagure('{"issues": []}')).toEqual({ ok: true, value: [] });
  });

  it("may begin with a byte order mark", () => {
    expect(parsePagure(`\uFEFF${JSON.stringify(issue)}`).ok).toBe(true);
  });

  it("loses what the portal does not know, and nothing else", () => {
    const parsed = parsePagure(JSON.stringify({ ...issue, boards: [], shiny: 1 }));
    expect(parsed.ok && Object.keys(parsed.value[0] ?? {})).not.toContain("shiny");
    expect(parsed.ok && parsed.value[0]?.comments[0]?.comment).toBe("Yes.");
  });

  it("of 5,000 comments is read in time", () => {
    const comments = Array.from({ length: 5000 }, (_, index) => ({ ...comment, id: index + 1 }));
    const parsed = parsePagure(JSON.stringify({ ...issue, comments }));
    expect(parsed.ok && parsed.value[0]?.comments.length).toBe(5000);
  });
});

describe("times", () => {
  test.each([
    ["1795379592.480359", "2026-11-22T20:33:12.480Z"],
    ["1795379599.67821", "2026-11-22T20:33:19.678Z"],
    ["1427442217", "2015-03-27T07:43:37.000Z"],
    ["1623000600.0", "2021-06-06T17:30:00.000Z"],
    ["0.0009", "1970-01-01T00:00:00.000Z"],
    [1427442217, "2015-03-27T07:43:37.000Z"],
  ])("%s is %s", (epoch, instant) => {
    expect(instantOf(epoch)?.toISOString()).toBe(instant);
  });

  test.each(["yesterday", "", "-5", "1e9", "2021-10-13", "1795379592,48", "999999999999"])(
    "%j is none",
    (epoch) => {
      expect(instantOf(epoch)).toBeNull();
    },
  );
});

const TIME = 'Pagure writes seconds since 1970, such as "1795379592.480359"';

describe("a broken file says where and why", () => {
  test.each<[string, unknown, string]>([
    [
      "a time that is none",
      {
        issues: [issue, { ...issue, comments: [comment, { ...comment, id: 2, date_created: "yesterday" }] }],
      },
      `issues[1].comments[1].date_created: "yesterday" is no time; ${TIME}`,
    ],
    ["a time of another kind", { ...issue, last_updated: true }, `last_updated: true is no time; ${TIME}`],
    [
      "a missing time",
      { issue: { ...issue, date_created: undefined } },
      `issue.date_created: is missing; ${TIME}`,
    ],
    [
      "a title that is a number",
      [{ ...issue, title: 5 }],
      '[0].title: 5 is no text; Pagure writes text, such as "Proposal"',
    ],
    [
      "no word on who may read it",
      { ...issue, private: undefined },
      "private: is missing; Pagure writes true or false",
    ],
    [
      "comments that are no list",
      { ...issue, comments: {} },
      "comments: an object in { } is no list; Pagure writes a list in [ ]",
    ],
    [
      "an author without a name",
      { ...issue, user: { name: "" } },
      "user.name: is empty; Pagure writes the person's username",
    ],
    [
      "an author who is text",
      { ...issue, user: "amara" },
      'user: "amara" is no person; Pagure writes a person, such as {"name": "amara", "fullname": "Amara Example"}',
    ],
    [
      "a relation to no issue",
      { ...issue, depends: ["x"] },
      'depends[0]: "x" is no issue number; Pagure writes the number of an issue, such as "64"',
    ],
    [
      "an address of something else",
      { ...issue, full_url: "ftp://x" },
      'full_url: "ftp://x" is no address of an issue; Pagure writes an address, such as "https://pagure.example/centos/board/issue/63"',
    ],
    [
      "the address of another issue",
      { ...issue, id: 64 },
      'full_url: "https://pagure.example/centos/board/issue/63" is the address of another issue than 64',
    ],
    [
      "two comments of one id",
      { ...issue, comments: [comment, comment] },
      "comments[1].id: 1 is the id of an earlier comment as well; Pagure gives each its own",
    ],
    [
      "a NUL in a text",
      { ...issue, content: "a\u0000b" },
      "content: holds a NUL character, which no text may hold",
    ],
    [
      "half a character",
      { ...issue, content: "a\ud800b" },
      "content: holds half of a character (a lone surrogate)",
    ],
    ["an issue that is text", { issues: ["x"] }, 'issues[0]: "x" is no issue; Pagure writes an issue in { }'],
    ["issues that are no list", { issues: {} }, "issues: is no list; Pagure writes a list of issues in [ ]"],
    [
      "a refusal of Pagure",
      { error: "Issue not found", error_code: "ENOISSUE" },
      'The file is a refusal of Pagure, not an issue; it says "Issue not found".',
    ],
    [
      "something else",
      { name: "board" },
      'The file holds neither an issue nor a list of issues; it has "name" where "issue" or "issues" would be.',
    ],
    ["just a number", "5", "The file holds neither an issue nor a list of issues."],
    ["nothing", " \n", "The file is empty."],
  ])("%s", (_, value, fault) => {
    expect(faultsOf(value)).toEqual([fault]);
  });

  it("names every fault at once, up to twenty", () => {
    const comments = Array.from({ length: 23 }, (_, index) => ({ ...comment, id: index + 1, comment: null }));
    const faults = faultsOf({ ...issue, title: 1, comments });
    expect(faults).toHaveLength(21);
    expect(faults[0]).toMatch(/^title: 1 is no text/);
    expect(faults[20]).toBe("and 4 more");
  });

  test.each([
    ['{"id": 63,\n "title": yes}', 'line 2, column 11, at "yes}"'],
    ['{"id": 63,\n}', 'line 2, column 1, at "}"'],
    ['{"id" 63}', 'line 1, column 7, at "63}"'],
    ["[1 2]", 'line 1, column 4, at "2]"'],
    ["[1}", 'line 1, column 3, at "}"'],
    ['{"id": 63} x', 'line 1, column 12, at "x"'],
    ['["a\tb"]', "line 1, column 2"],
    ["<html>", 'line 1, column 1, at "<html>"'],
    ['{"id": 63', "it ends too early, at line 1, column 10"],
    ['{"title": "A reg', 'line 1, column 11, at "\\"A reg"'],
  ])("what is not JSON: %j", (text, place) => {
    expect(faultsOf(text)[0]).toContain(`The file is not JSON: ${place}`);
  });

  test.each(["issue_closed", "issues_private_committer"])(
    "%s, cut off anywhere, is refused with a place",
    (name) => {
      const text = recording(name).trimEnd();
      for (let length = 1; length < text.length; length += 97) {
        expect(faultsOf(text.slice(0, length))[0]).toMatch(/^The file is not JSON: .*line \d+, column \d+/);
      }
    },
  );
});

describe("an issue that a file holds twice", () => {
  it("counts once, as it was last updated", () => {
    const later = { ...issue, title: "Later", last_updated: "1795379600" };
    for (const list of [
      [issue, later],
      [later, issue],
    ]) {
      const parsed = parsePagure(JSON.stringify(list));
      expect(parsed.ok && parsed.value.map(({ title }) => title)).toEqual(["Later"]);
    }
  });

  it("is refused when two states of the same time differ", () => {
    expect(faultsOf([issue, { ...issue, title: "Other" }])).toEqual([
      "centos/board#63 stands twice in the file, both times as of 2026-11-22T20:33:12.480Z, but with different title. Remove the wrong one.",
    ]);
  });

  it("is another issue when it is of another project", () => {
    const other = { ...issue, full_url: "https://pagure.example/centos-infra/issue/63" };
    const parsed = parsePagure(JSON.stringify([issue, other]));
    expect(parsed.ok && parsed.value.length).toBe(2);
  });
});
