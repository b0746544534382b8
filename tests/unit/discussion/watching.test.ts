import { expect, test } from "vitest";
import { isAddressed, isTold, type Stance } from "@/lib/discussion/watching";

const table: [string, Stance, { ofAll: boolean; ofTheirs: boolean }][] = [
  ["who takes part", { level: null, takesPart: true }, { ofAll: true, ofTheirs: true }],
  ["who only reads", { level: null, takesPart: false }, { ofAll: false, ofTheirs: true }],
  ["who watches", { level: "watching", takesPart: false }, { ofAll: true, ofTheirs: true }],
  ["who takes part and watches", { level: "watching", takesPart: true }, { ofAll: true, ofTheirs: true }],
  ["who muted it", { level: "muted", takesPart: false }, { ofAll: false, ofTheirs: true }],
  ["who takes part and muted it", { level: "muted", takesPart: true }, { ofAll: false, ofTheirs: true }],
];

test.each(table)(
  "%s is told, or not, of what all hear; always of what is addressed to them",
  (_who, stance, told) => {
    expect(isTold(stance, false)).toBe(told.ofAll);
    expect(isTold(stance, true)).toBe(told.ofTheirs);
  },
);

test.each([
  ["comment.posted", false],
  ["proposal.revised", false],
  ["proposal.scheduled", false],
  ["decision.recorded", false],
  ["material.added", false],
  ["agenda_item.carried", false],
  ["question.asked", true],
  ["question.answered", true],
  ["question.left_unanswered", true],
  ["endorsement.asked", true],
  ["concern.opened", true],
  ["slot.offered", true],
  ["proposal.co_author_added", true],
  ["ticket.filed", true],
])("%s is addressed to whom it names: %s", (type, addressed) => {
  expect(isAddressed(type)).toBe(addressed);
});
