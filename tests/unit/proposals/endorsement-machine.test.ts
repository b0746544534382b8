import { describe, expect, test } from "vitest";
import { keysOf } from "@/lib/keys-of";
import {
  type EndorsementFacts,
  type EndorsementMove,
  endorsementMachine,
} from "@/lib/proposals/endorsement-machine";
import {
  type EndorsementStatus,
  mayBe,
  type Supported,
  whyNoSupport,
} from "@/lib/proposals/endorsement-policy";
import { mayRelate } from "@/lib/proposals/relation-policy";
import { insteadText } from "@/lib/proposals/relation-text";
import { type Actor, type Role, thePublic } from "@/lib/workflow/actor";
import { decide } from "@/lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

type Person = Extract<Actor, { kind: "person" }>;

const [boardBody, ownSig, otherSig] = [1, 2, 3];

function person(personId: number, role?: Role, bodyId = boardBody): Person {
  const roles = role ? [{ role, bodyId }] : [];
  const names = { handle: `p${personId}`, name: `Person ${personId}`, timeZone: "UTC" };
  return { kind: "person", personId, ...names, roles };
}

const people = {
  asked: person(10, "director"),
  asker: person(11),
  author: person(12),
  coAuthor: person(13),
  director: person(14, "director"),
  chair: person(15, "chair"),
  liaison: person(16, "liaison"),
  secretary: person(17, "secretary"),
  ownChair: person(18, "sig_chair", ownSig),
  otherChair: person(19, "sig_chair", otherSig),
  member: person(20, "sig_member", otherSig),
  engineer: person(21, "infra", 4),
  admin: person(22, "admin"),
  stranger: person(23),
} satisfies Record<string, Person>;
type Who = keyof typeof people;
const everybody = keysOf(people);

const proposal: Supported = {
  status: "discussion",
  visibility: "public",
  authorId: 12,
  coAuthorIds: [13],
  sigId: ownSig,
  imported: false,
};
const facts: EndorsementFacts = { status: "asked", personId: 10, askedById: 11, proposal };
const statuses: readonly EndorsementStatus[] = ["asked", "confirmed", "declined", "withdrawn"];

interface Row {
  move: EndorsementMove;
  from: EndorsementStatus;
  to: EndorsementStatus;
  may: readonly Who[];
}

const table: Row[] = [
  { move: "confirm", from: "asked", to: "confirmed", may: ["asked"] },
  { move: "decline", from: "asked", to: "declined", may: ["asked"] },
  { move: "take_back", from: "asked", to: "withdrawn", may: ["asker", "author", "coAuthor"] },
  { move: "step_back", from: "confirmed", to: "withdrawn", may: ["asked"] },
];

const weigh = (move: EndorsementMove, who: Actor, given: Partial<EndorsementFacts>) =>
  decide(endorsementMachine, move, who, { ...facts, ...given });

test("the table speaks of every move", () => {
  expect(table.map((row) => row.move)).toEqual(Object.keys(endorsementMachine.moves));
});

describe.each(table)("$move", ({ move, from, to, may }) => {
  test.each(statuses)("from %s leads where the table says, or is refused with the reason", (status) => {
    const weighed = weigh(move, people[may[0] ?? "asked"], { status });
    if (status === from) expect(weighed).toMatchObject({ ok: true, value: { to } });
    else expect(weighed).toMatchObject({ refusal: { message: expect.stringContaining("would have to be") } });
  });

  test.each(everybody)("by %s is allowed or not, as the table says", (who) => {
    expect(weigh(move, people[who], { status: from }).ok).toBe(may.includes(who));
  });

  test("by the public is refused", () => {
    expect(weigh(move, thePublic, { status: from })).toMatchObject({ refusal: { code: "forbidden" } });
  });
});

test("once the board has decided, nobody confirms or steps back; a request can still be declined or taken back", () => {
  const decided = { proposal: { ...proposal, status: "splitting" } };
  expect(weigh("confirm", people.asked, decided)).toMatchObject({
    refusal: { message: expect.stringContaining("has decided") },
  });
  expect(weigh("step_back", people.asked, { ...decided, status: "confirmed" }).ok).toBe(false);
  expect(weigh("decline", people.asked, decided).ok).toBe(true);
  expect(weigh("take_back", people.author, decided).ok).toBe(true);
});

test("who may not play the part any more cannot confirm, and is told why", () => {
  expect(weigh("confirm", people.asked, { whyNot: "You left the board." })).toMatchObject({
    refusal: { message: "You left the board." },
  });
});

test("every state of an endorsement can be reached, and the ends are final", () => {
  expect(unreachable(endorsementMachine)).toEqual([]);
  expect(deadEnds(endorsementMachine)).toEqual(["declined", "withdrawn"]);
  expect(oddEventNames(endorsementMachine)).toEqual([]);
});

describe("who may stand behind a proposal", () => {
  const may = (part: "sponsor" | "endorser", given: Partial<Supported> = {}) =>
    everybody.filter((who) => mayBe(part, people[who], { ...proposal, ...given }).ok);
  const directors: Who[] = ["asked", "director", "chair", "liaison"];

  test("as its sponsor: a director, or the chair of another SIG", () => {
    expect(may("sponsor")).toEqual([...directors, "otherChair"]);
  });

  test("as its sponsor, where no SIG stands behind it: any SIG's chair", () => {
    expect(may("sponsor", { sigId: null })).toEqual([...directors, "ownChair", "otherChair"]);
  });

  test("with an endorsement: a director or any SIG's chair", () => {
    expect(may("endorser")).toEqual([...directors, "ownChair", "otherChair"]);
  });

  test("of an executive proposal: only who may read it", () => {
    expect(may("sponsor", { visibility: "executive" })).toEqual(directors);
    expect(may("endorser", { visibility: "executive" })).toEqual(directors);
  });

  test("never who writes it, whatever they are", () => {
    expect(mayBe("sponsor", people.director, { ...proposal, authorId: 14 })).toMatchObject({
      refusal: { message: "Person 14 writes this proposal: somebody else has to stand behind it." },
    });
    expect(mayBe("endorser", people.director, { ...proposal, coAuthorIds: [14] }).ok).toBe(false);
  });

  test.each([
    ["draft", /Publish it first/],
    ["discussion", undefined],
    ["scheduled", undefined],
    ["under_review", undefined],
    ["splitting", /has decided/],
    ["closed", /has decided/],
  ])("while it is %s: %s", (status, words) => {
    const reason = whyNoSupport({ status });
    if (words) expect(reason).toMatch(words);
    else expect(reason).toBeUndefined();
  });
});

describe("relations", () => {
  test("are written by who writes the proposal, and by the officers", () => {
    const may = everybody.filter((who) => mayRelate(people[who], proposal));
    expect(may).toEqual(["author", "coAuthor", "chair", "secretary"]);
    expect(mayRelate(thePublic, proposal)).toBe(false);
  });

  test("say at the top of a proposal only that another one is read instead", () => {
    expect(insteadText("replaces", "to")).toBe("Replaced by");
    expect(insteadText("duplicates", "from")).toBe("This asks for the same as");
    for (const [kind, end] of [
      ["replaces", "from"],
      ["duplicates", "to"],
      ["depends_on", "from"],
      ["relates_to", "to"],
    ] as const) {
      expect(insteadText(kind, end)).toBeUndefined();
    }
  });
});
