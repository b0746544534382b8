import { describe, expect, test } from "vitest";
import {
  type QuestionFacts,
  type QuestionMove,
  type QuestionStatus,
  questionMachine,
} from "@/lib/discussion/machine";
import { keysOf } from "@/lib/keys-of";
import { type Actor, type Role, thePublic } from "@/lib/workflow/actor";
import { allowedMoves, decide } from "@/lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const board = 1;
const infraBody = 2;

function person(personId: number, role?: Role, bodyId = board): Actor {
  const roles = role ? [{ role, bodyId }] : [];
  return {
    kind: "person",
    personId,
    handle: `p${personId}`,
    name: `Person ${personId}`,
    timeZone: "UTC",
    roles,
  };
}

const people = {
  /** Leads a SIG too: who asks the leaders does not owe themselves an answer. */
  asker: person(10, "sig_chair", 5),
  asked: person(11),
  author: person(12),
  coAuthor: person(18),
  engineer: person(13, "infra", infraBody),
  chair: person(14, "chair"),
  secretary: person(15, "secretary"),
  director: person(16, "director"),
  leader: person(19, "sig_chair", 3),
  heard: person(20, "sig_chair", 4),
  architect: person(21, "community_architect"),
  /** Administers the portal by a role in the infra body, and does none of its work. */
  admin: person(22, "admin", infraBody),
  stranger: person(17),
  public: thePublic,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;
const everybody = keysOf(people);

const nobody = { askedOfPersonId: null, askedOfBodyId: null, askedOfRole: null };
/** Person 20 leads a SIG and has answered. */
const some = { askedById: 10, authorId: 12, coAuthorIds: [18], answeredIds: [20], isAccepted: false };
const asked = {
  "a person": { ...some, ...nobody, askedOfPersonId: 11 },
  "a body": { ...some, ...nobody, askedOfBodyId: infraBody },
  "a role": { ...some, ...nobody, askedOfRole: "sig-leaders" },
} satisfies Record<string, Omit<QuestionFacts, "status">>;
type Of = keyof typeof asked;
const kinds = keysOf(asked);
const statuses = keysOf(questionMachine.statuses);

interface Row {
  from: readonly QuestionStatus[];
  to: QuestionStatus;
  may: Record<Of, readonly Who[]>;
}

const officers = ["chair", "secretary"] as const;
const authors = ["author", "coAuthor"] as const;
const forAll = (...who: Who[]) => ({ "a person": who, "a body": who, "a role": who });

const table: Record<QuestionMove, Row> = {
  answer: {
    from: ["open", "unanswered"],
    to: "answered",
    may: {
      "a person": ["asked", ...authors, ...officers],
      "a body": ["engineer", ...authors, ...officers],
      // Who leads a SIG and has answered waits with the asker for the others.
      "a role": ["leader", ...authors, ...officers],
    },
  },
  conclude: {
    from: ["open", "unanswered"],
    to: "answered",
    may: { "a person": [], "a body": [], "a role": ["asker", ...officers] },
  },
  accept: { from: ["answered"], to: "answered", may: forAll("asker") },
  withdraw: { from: ["open"], to: "withdrawn", may: forAll("asker", ...officers) },
  leave_unanswered: { from: ["open"], to: "unanswered", may: forAll(...officers) },
  reopen: { from: ["answered"], to: "open", may: forAll("asker") },
  // Nobody's, but in a split.
  settle: { from: ["open", "unanswered"], to: "answered", may: forAll() },
  unsettle: { from: ["answered"], to: "open", may: forAll() },
};
const moves = keysOf(questionMachine.moves);

test("the table speaks of every move", () => {
  expect(Object.keys(table).sort()).toEqual([...moves].sort());
});

describe.each(kinds)("a question of %s", (of) => {
  const cases = moves.flatMap((move) => statuses.map((status) => ({ move, status })));
  test.each(cases)("$move from $status: by whom and whereto, as the table says", ({ move, status }) => {
    const { from, to, may } = table[move];
    for (const who of everybody) {
      const weighed = decide(questionMachine, move, people[who], { ...asked[of], status });
      const isTheirs = (may[of] as readonly Who[]).includes(who);
      if (isTheirs && from.includes(status)) expect(weighed, who).toMatchObject({ ok: true, value: { to } });
      else expect(weighed, who).toMatchObject({ refusal: { code: isTheirs ? "refused" : "forbidden" } });
    }
  });

  test.each(statuses)("%s: everybody is offered the moves that are theirs, and no other", (status) => {
    for (const who of everybody) {
      const offered = allowedMoves(questionMachine, people[who], { ...asked[of], status }).map(
        ({ name }) => name,
      );
      const theirs = moves.filter(
        (move) => table[move].from.includes(status) && (table[move].may[of] as readonly Who[]).includes(who),
      );
      expect(offered, who).toEqual(theirs);
    }
  });
});

test("a question of the board is answered by its directors and officers, not by who only serves the board", () => {
  const facts = { ...some, ...nobody, askedOfBodyId: board, status: "open" } as const;
  const may = everybody.filter((who) => decide(questionMachine, "answer", people[who], facts).ok);
  expect(may).toEqual(["author", "coAuthor", "chair", "secretary", "director"]);
});

describe("what stands in the way", () => {
  const weigh = (move: QuestionMove, facts: Partial<QuestionFacts>) =>
    decide(questionMachine, move, people.asker, { ...asked["a role"], status: "open", ...facts });

  test("enough answers are not said of a question that nobody has answered", () => {
    expect(weigh("conclude", { answeredIds: [] })).toMatchObject({
      refusal: { message: "Nobody has answered it yet." },
    });
  });

  test("the requester answers for good only in the split, where a role was asked too", () => {
    const facts = { ...asked["a role"], status: "open" } as const;
    const settle = (isBeingSplit: boolean) =>
      decide(questionMachine, "settle", people.author, { ...facts, isBeingSplit });
    expect(settle(false)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(settle(true)).toMatchObject({ ok: true, value: { to: "answered" } });
  });

  test("an answer is accepted once, and may still be opened again", () => {
    const accepted = { status: "answered", isAccepted: true } as const;
    expect(weigh("accept", accepted)).toMatchObject({
      refusal: { message: expect.stringContaining("already") },
    });
    expect(weigh("reopen", accepted)).toMatchObject({ ok: true });
  });
});

test("every state of a question can be reached, and only a withdrawn one is final", () => {
  expect(unreachable(questionMachine)).toEqual([]);
  expect(deadEnds(questionMachine)).toEqual(["withdrawn"]);
});

test("every move of a question writes an event that names it", () => {
  expect(oddEventNames(questionMachine)).toEqual([]);
});
