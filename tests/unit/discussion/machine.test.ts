import { describe, expect, test } from "vitest";
import {
  type QuestionFacts,
  type QuestionMove,
  type QuestionStatus,
  questionMachine,
} from "@/lib/discussion/machine";
import { type Actor, type Role, thePublic } from "@/lib/workflow/actor";
import { decide } from "@/lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const infraBody = 2;

function person(personId: number, role?: Role, bodyId = 1): Actor {
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
  asker: person(10),
  asked: person(11),
  author: person(12),
  engineer: person(13, "infra", infraBody),
  chair: person(14, "chair"),
  secretary: person(15, "secretary"),
  director: person(16, "director"),
  stranger: person(17),
  public: thePublic,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;

const toPerson = { askedById: 10, askedOfPersonId: 11, askedOfBodyId: null, proposalAuthorId: 12 };
const toBody = { ...toPerson, askedOfPersonId: null, askedOfBodyId: infraBody };
const statuses: readonly QuestionStatus[] = ["open", "answered", "withdrawn", "unanswered"];

interface Row {
  move: QuestionMove;
  from: readonly QuestionStatus[];
  to: QuestionStatus;
  mayOfPerson: readonly Who[];
  mayOfBody: readonly Who[];
}

const officers = ["chair", "secretary"] as const;
const table: Row[] = [
  {
    move: "answer",
    from: ["open", "unanswered"],
    to: "answered",
    mayOfPerson: ["asked", "author", ...officers],
    mayOfBody: ["engineer", "author", ...officers],
  },
  {
    move: "withdraw",
    from: ["open"],
    to: "withdrawn",
    mayOfPerson: ["asker", ...officers],
    mayOfBody: ["asker", ...officers],
  },
  { move: "leave_unanswered", from: ["open"], to: "unanswered", mayOfPerson: officers, mayOfBody: officers },
  { move: "reopen", from: ["answered"], to: "open", mayOfPerson: ["asker"], mayOfBody: ["asker"] },
];

function weigh(move: QuestionMove, who: Who, facts: QuestionFacts) {
  return decide(questionMachine, move, people[who], facts);
}

test("the table speaks of every move", () => {
  expect(table.map((row) => row.move)).toEqual(Object.keys(questionMachine.moves));
});

describe.each(table)("$move", ({ move, from, to, mayOfPerson, mayOfBody }) => {
  test.each(statuses)("from %s leads where the table says, or is refused with the reason", (status) => {
    const weighed = weigh(move, mayOfPerson[0] ?? "chair", { ...toPerson, status });
    if (from.includes(status)) expect(weighed).toMatchObject({ ok: true, value: { to } });
    else expect(weighed).toMatchObject({ refusal: { message: expect.stringContaining("would have to be") } });
  });

  test.each(Object.keys(people) as Who[])("by %s is allowed or not, as the table says", (who) => {
    const status = from[0] ?? "open";
    expect(weigh(move, who, { ...toPerson, status }).ok).toBe(mayOfPerson.includes(who));
    expect(weigh(move, who, { ...toBody, status }).ok).toBe(mayOfBody.includes(who));
  });
});

test("every state of a question can be reached, and only a withdrawn one is final", () => {
  expect(unreachable(questionMachine)).toEqual([]);
  expect(deadEnds(questionMachine)).toEqual(["withdrawn"]);
});

test("every move of a question writes an event that names it", () => {
  expect(oddEventNames(questionMachine)).toEqual([]);
});
