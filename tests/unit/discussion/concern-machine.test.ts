import { describe, expect, test } from "vitest";
import {
  type ConcernFacts,
  type ConcernMove,
  type ConcernStatus,
  concernMachine,
} from "@/lib/discussion/concern-machine";
import { mayOpenConcern } from "@/lib/discussion/concern-policy";
import { waitsText, whatStands } from "@/lib/discussion/concern-text";
import { keysOf } from "@/lib/keys-of";
import { type Actor, type Role, thePublic } from "@/lib/workflow/actor";
import { decide } from "@/lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const board = 1;
const infraBody = 2;

function person(personId: number, role?: Role, bodyId = board): Actor {
  const roles = role ? [{ role, bodyId }] : [];
  const names = { handle: `p${personId}`, name: `Person ${personId}`, timeZone: "UTC" };
  return { kind: "person", personId, ...names, roles };
}

const people = {
  opener: person(10, "director"),
  resolver: person(11),
  author: person(12),
  coAuthor: person(13),
  engineer: person(14, "infra", infraBody),
  chair: person(15, "chair"),
  secretary: person(16, "secretary"),
  director: person(17, "director"),
  liaison: person(18, "liaison"),
  architect: person(19, "community_architect"),
  admin: person(21, "admin", infraBody),
  stranger: person(20),
  public: thePublic,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;
const everybody = keysOf(people);

const facts: ConcernFacts = {
  status: "open",
  openerId: 10,
  openerSits: true,
  resolverPersonId: 11,
  resolverBodyId: null,
  authorId: 12,
  coAuthorIds: [13],
  imported: false,
};
const statuses: readonly ConcernStatus[] = ["open", "addressed", "resolved", "withdrawn"];

interface Row {
  move: ConcernMove;
  from: readonly ConcernStatus[];
  to: ConcernStatus;
  may: readonly Who[];
  given?: Partial<ConcernFacts>;
}

const table: Row[] = [
  { move: "address", from: ["open"], to: "addressed", may: ["resolver", "author", "coAuthor"] },
  { move: "resolve", from: ["addressed"], to: "resolved", may: ["opener"] },
  { move: "reopen", from: ["addressed"], to: "open", may: ["opener"] },
  { move: "withdraw", from: ["open", "addressed"], to: "withdrawn", may: ["opener"] },
  {
    move: "settle",
    from: ["open", "addressed"],
    to: "resolved",
    may: ["chair", "secretary"],
    given: { openerSits: false },
  },
];

const weigh = (move: ConcernMove, who: Who, given: Partial<ConcernFacts>) =>
  decide(concernMachine, move, people[who], { ...facts, ...given });

test("the table speaks of every move", () => {
  expect(table.map((row) => row.move)).toEqual(Object.keys(concernMachine.moves));
});

describe.each(table)("$move", ({ move, from, to, may, given }) => {
  test.each(statuses)("from %s leads where the table says, or is refused with the reason", (status) => {
    const weighed = weigh(move, may[0] ?? "opener", { ...given, status });
    if (from.includes(status)) expect(weighed).toMatchObject({ ok: true, value: { to } });
    else expect(weighed).toMatchObject({ refusal: { message: expect.stringContaining("would have to be") } });
  });

  test.each(everybody)("by %s is allowed or not, as the table says", (who) => {
    expect(weigh(move, who, { ...given, status: from[0] }).ok).toBe(may.includes(who));
  });
});

test("a concern of a body is addressed by who shares its duties, not by who only administers or serves there", () => {
  const may = (resolverBodyId: number) =>
    everybody.filter((who) => weigh("address", who, { resolverPersonId: null, resolverBodyId }).ok);
  expect(may(infraBody)).toEqual(["author", "coAuthor", "engineer"]);
  expect(may(board)).toEqual(["opener", "author", "coAuthor", "chair", "director", "liaison"]);
});

test("a concern about an imported thread is addressed by the officers too, for a requester who has not come", () => {
  const may = everybody.filter((who) => weigh("address", who, { imported: true }).ok);
  expect(may).toEqual(["resolver", "author", "coAuthor", "chair", "secretary"]);
});

test("no officer settles a concern while its opener sits on the board", () => {
  expect(everybody.filter((who) => weigh("settle", who, { openerSits: true }).ok)).toEqual([]);
});

test("every state of a concern can be reached, and the two ends are final", () => {
  expect(unreachable(concernMachine)).toEqual([]);
  expect(deadEnds(concernMachine)).toEqual(["resolved", "withdrawn"]);
  expect(oddEventNames(concernMachine)).toEqual([]);
});

describe("a concern is raised", () => {
  test("by directors, and the chair and the liaison are directors", () => {
    const may = everybody.filter((who) => mayOpenConcern(people[who], { status: "discussion" }).ok);
    expect(may).toEqual(["opener", "chair", "director", "liaison"]);
  });

  test.each([
    ["draft", false],
    ["discussion", true],
    ["scheduled", true],
    ["under_review", true],
    ["splitting", false],
    ["delivering", false],
    ["closed", false],
  ])("on a proposal that is %s: %s", (status, may) => {
    expect(mayOpenConcern(people.director, { status }).ok).toBe(may);
  });
});

describe("what is said of concerns", () => {
  const imani = { number: 1, opener: "Imani Okafor", text: "Nobody pays.\n\nNot the SIG." };

  test("nothing stands in the way where there is none", () => {
    expect(whatStands([])).toBeUndefined();
  });

  test("names one with its words, and the others by number", () => {
    expect(whatStands([imani])).toBe(
      "Concern 1 of Imani Okafor stands: “Nobody pays. Not the SIG”. Approval has to wait until it is resolved or taken back.",
    );
    expect(whatStands([imani, { number: 3, opener: "Pavel Novak", text: "No." }])).toContain(
      "So does concern 3 of Pavel Novak.",
    );
  });

  test("never quotes a book, nor half a character", () => {
    const words = whatStands([{ ...imani, text: `${"x".repeat(158)}🙂🙂` }]) ?? "";
    expect(words.length).toBeLessThan(300);
    expect(words.isWellFormed()).toBe(true);
  });

  test.each([
    ["open", /Rae is to resolve it/],
    ["addressed", /until Imani says/],
  ] as const)("says of one that is %s who has to do what", (status, words) => {
    expect(waitsText({ status, opener: { name: "Imani" }, resolver: { name: "Rae" } })).toMatch(words);
  });

  test.each(["resolved", "withdrawn"] as const)("says nothing more of one that is %s", (status) => {
    expect(waitsText({ status, opener: { name: "Imani" }, resolver: { name: "Rae" } })).toBeUndefined();
  });
});
