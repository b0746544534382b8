import { expect, test } from "vitest";
import { parseExternalIssue } from "../../../lib/trackers/issue-address";
import { readMoves } from "../../../lib/trackers/moves";

const setting =
  "git.centos.org=pagure.io, pagure.io/centos-infra=forgejo:forge.example.org/centos/infra pagure.io/old=pagure.io/new";
const moves = readMoves(setting) ?? [];

test.each([
  ["https://pagure.io/centos-infra/issue/1836", "https://forge.example.org/centos/infra/issues/1836"],
  [
    "http://www.pagure.io/centos-infra/issue/1836/?x=1#comment-2",
    "https://forge.example.org/centos/infra/issues/1836",
  ],
  ["https://git.centos.org/centos-infra/issue/1836", "https://forge.example.org/centos/infra/issues/1836"],
  [
    "https://forge.example.org/centos/infra/issues/1836",
    "https://forge.example.org/centos/infra/issues/1836",
  ],
  ["https://git.centos.org/centos/board/issue/63", "https://pagure.io/centos/board/issue/63"],
  ["https://pagure.io/old/issue/7", "https://pagure.io/new/issue/7"],
  ["https://pagure.io/another/issue/7", "https://pagure.io/another/issue/7"],
])("%s is today %s", (pasted, url) => {
  expect(parseExternalIssue(pasted, moves)).toMatchObject({ ok: true, value: { url } });
});

test("the old and the new address of an issue are one", () => {
  const [before, today] = [
    parseExternalIssue("https://pagure.io/centos-infra/issue/1836", moves),
    parseExternalIssue("https://forge.example.org/centos/infra/issues/1836", moves),
  ];
  expect(before).toEqual(today);
  expect(before).toMatchObject({ value: { tracker: "forgejo", short: "centos/infra#1836" } });
});

test("two places that moved to each other come to an end", () => {
  const ring = readMoves("a.example.org=b.example.org b.example.org=a.example.org") ?? [];
  expect(parseExternalIssue("https://a.example.org/x/issue/1", ring)).toMatchObject({ ok: true });
});

test.each(["", " ", ","])("%j moves nothing", (text) => {
  expect(readMoves(text)).toEqual([]);
});

test.each([
  "pagure.io",
  "pagure.io=",
  "=pagure.io",
  "a.example.org=b.example.org=c.example.org",
  "pagure.io/a=forge.example.org",
  "pagure.io=trac:forge.example.org",
  "https://pagure.io=forge.example.org",
  "localhost=forge.example.org",
])("%j is no list of moves", (text) => {
  expect(readMoves(text)).toBeUndefined();
});
