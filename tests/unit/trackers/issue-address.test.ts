import { expect, test } from "vitest";
import { parseExternalIssue } from "../../../lib/trackers/issue-address";

test.each([
  [
    "https://pagure.io/centos-infra/issue/1836",
    "pagure",
    "centos-infra",
    1836,
    "https://pagure.io/centos-infra/issue/1836",
  ],
  [
    "http://pagure.io/centos-infra/issue/1836/#comment-9",
    "pagure",
    "centos-infra",
    1836,
    "https://pagure.io/centos-infra/issue/1836",
  ],
  [
    "https://git.centos.org/centos/board/issue/63",
    "pagure",
    "centos/board",
    63,
    "https://git.centos.org/centos/board/issue/63",
  ],
  [
    "https://pagure.io/fork/tmori/centos-infra/issue/2",
    "pagure",
    "fork/tmori/centos-infra",
    2,
    "https://pagure.io/fork/tmori/centos-infra/issue/2",
  ],
  [
    "https://github.com/operate-first/support/issues/414",
    "github",
    "operate-first/support",
    414,
    "https://github.com/operate-first/support/issues/414",
  ],
  [
    "HTTPS://www.GitHub.com/operate-first/support/pull/7?x=1#a",
    "github",
    "operate-first/support",
    7,
    "https://github.com/operate-first/support/issues/7",
  ],
  [
    "https://gitlab.com/CentOS/infra/tracker/-/issues/0012",
    "gitlab",
    "CentOS/infra/tracker",
    12,
    "https://gitlab.com/CentOS/infra/tracker/-/issues/12",
  ],
  [
    "https://gitlab.com/CentOS/tracker/-/work_items/12",
    "gitlab",
    "CentOS/tracker",
    12,
    "https://gitlab.com/CentOS/tracker/-/issues/12",
  ],
  [
    "https://gitlab.example.org/a/b/issues/3",
    "gitlab",
    "a/b",
    3,
    "https://gitlab.example.org/a/b/-/issues/3",
  ],
  [
    "http://git.example.org:8443/a/b/-/issues/3",
    "gitlab",
    "a/b",
    3,
    "http://git.example.org:8443/a/b/-/issues/3",
  ],
  [
    "https://codeberg.org/forgejo/forgejo/issues/99",
    "forgejo",
    "forgejo/forgejo",
    99,
    "https://codeberg.org/forgejo/forgejo/issues/99",
  ],
  [
    " https://forge.example.org/infra/tickets/issues/5/ ",
    "forgejo",
    "infra/tickets",
    5,
    "https://forge.example.org/infra/tickets/issues/5",
  ],
])("%s is an issue of %s", (pasted, tracker, project, number, url) => {
  expect(parseExternalIssue(pasted)).toEqual({
    ok: true,
    value: { tracker, project, number, short: `${project}#${number}`, url },
  });
});

test("reading an address again gives the same address", () => {
  for (const url of [
    "http://pagure.io/a/issue/1/",
    "https://github.com/a/b/pull/7",
    "https://x.example.org/y?id=1",
  ]) {
    const once = parseExternalIssue(url);
    const again = parseExternalIssue(once.ok ? once.value.url : "");
    expect(again).toEqual(once);
  }
});

test.each([
  ["https://bugzilla.example.org/show_bug.cgi?id=12", "bugzilla.example.org/show_bug.cgi?id=12"],
  ["https://github.com/operate-first/support", "github.com/operate-first/support"],
  ["https://github.com/a/issue/1", "github.com/a/issue/1"],
  ["https://pagure.io/centos-infra/issue/0", "pagure.io/centos-infra/issue/0"],
  ["https://pagure.io/centos-infra/issue/99999999999", "pagure.io/centos-infra/issue/99999999999"],
  [`https://example.org/${"a".repeat(100)}`, `example.org/${"a".repeat(47)}…`],
])("%s is kept as a link that we do not know the tracker of", (pasted, short) => {
  expect(parseExternalIssue(pasted)).toMatchObject({
    ok: true,
    value: { tracker: "other", number: null, short },
  });
});

test.each([
  ["", /not a web address/],
  ["centos-infra#1836", /not a web address/],
  ["//pagure.io/a/issue/1", /not a web address/],
  [`https://pagure.io/${"a".repeat(2001)}`, /not a web address/],
  ["javascript:alert(1)", /begins with https/],
  ["data:text/html,<b>", /begins with https/],
  ["ftp://pagure.io/a/issue/1", /begins with https/],
  ["file:///etc/passwd", /begins with https/],
  ["https://me:secret@pagure.io/a/issue/1", /user name or password/],
  ["https://token@pagure.io/a/issue/1", /user name or password/],
  ["http://localhost/a/issue/1", /cannot reach/],
  ["http://127.0.0.1/a/issue/1", /cannot reach/],
  ["http://0x7f000001/a/issue/1", /cannot reach/],
  ["http://2130706433/a/issue/1", /cannot reach/],
  ["http://10.0.0.7/a/issue/1", /cannot reach/],
  ["http://[::1]/a/issue/1", /cannot reach/],
  ["http://tracker/a/issue/1", /cannot reach/],
  ["http://tracker.internal./a/issue/1", /cannot reach/],
  ["http://tracker.local/a/issue/1", /cannot reach/],
])("%s is refused with what would be right", (pasted, sentence) => {
  const read = parseExternalIssue(pasted);
  expect(read).toMatchObject({
    ok: false,
    refusal: { code: "invalid", message: expect.stringMatching(sentence) },
  });
  if (!read.ok) expect(read.refusal.message).toContain("https://pagure.io/centos-infra/issue/1836");
});
