import { expect, test } from "vitest";
import { isOwed, owesText, progressText } from "@/lib/discussion/ui-text";

const askedBy = { name: "Leilani" };
const ada = { kind: "person", name: "Ada" };
const leaders = { kind: "role", name: "the SIG leaders" };
const chair = { kind: "role", name: "the chair" };
const progress = { holders: 3, askerHolds: false, answered: 1, waiting: ["Bo", "Cy"] };

test.each([
  [{ status: "open", of: ada }, "Ada owes Leilani the answer."],
  [{ status: "open", of: chair }, "The chair owes Leilani the answer."],
  [
    { status: "open", of: leaders, progress },
    "The SIG leaders owe Leilani the answer. 1 of 3 answered; waiting for Bo and Cy.",
  ],
  [
    { status: "unanswered", of: leaders, progress },
    "The meeting left it unanswered; the SIG leaders still owe the answer. 1 of 3 answered; waiting for Bo and Cy.",
  ],
  [{ status: "withdrawn", of: ada }, "Taken back; nobody owes anything."],
  [{ status: "answered", of: ada, answeredBy: { name: "Ada" }, answers: 1 }, "Answered by Ada."],
  [
    { status: "answered", of: leaders, answeredBy: { name: "Ada" }, answers: 3, acceptedAt: "2026-11-23" },
    "Answered by Ada and 2 others. Accepted by Leilani.",
  ],
  [
    { status: "answered", of: leaders, answeredBy: { name: "Ada" }, answers: 2 },
    "Answered by Ada and 1 other.",
  ],
] as const)("says who has to do what: %j", (question, words) => {
  expect(
    owesText({ askedBy, ...question, ...("progress" in question && { progress: { ...progress } }) }),
  ).toBe(words);
});

test.each([
  [{ holders: 0, askerHolds: false, answered: 0, waiting: [] }, "Nobody holds this role now."],
  [{ holders: 0, askerHolds: true, answered: 0, waiting: [] }, "Nobody else holds this role now."],
  [
    { holders: 9, askerHolds: false, answered: 1, waiting: ["A", "B", "C", "D", "E"] },
    "1 of 9 answered; waiting for A, B, C, D, E and 3 others.",
  ],
  [
    { holders: 7, askerHolds: false, answered: 1, waiting: ["A", "B", "C", "D", "E"] },
    "1 of 7 answered; waiting for A, B, C, D, E and 1 other.",
  ],
])("says how far a role has come: %j", (far, words) => {
  expect(progressText(far)).toBe(words);
});

test("what the split has placed is owed to nobody, whatever its state", () => {
  const settled = { disposition: "dropped", text: "Not now.", ticket: null } as const;
  expect(isOwed({ status: "open", settled: null })).toBe(true);
  expect(isOwed({ status: "unanswered", settled: null })).toBe(true);
  expect(isOwed({ status: "open", settled })).toBe(false);
  expect(isOwed({ status: "answered", settled: null })).toBe(false);
});
