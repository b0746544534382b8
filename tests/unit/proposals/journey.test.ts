import { describe, expect, it } from "vitest";
import { journeyOf, type Travelled } from "@/lib/proposals/journey";

const base: Travelled = {
  status: "draft",
  closedAs: null,
  imported: false,
  createdAt: "2021-08-01T00:00:00Z",
  author: { name: "Ada" },
  journey: [],
};

describe("the journey rail", () => {
  it.each([
    ["draft", "Needs a title, a summary and at least one ask with an owner."],
    ["discussion", "Needs an accepted slot on a meeting with room for it."],
    ["scheduled", "Needs a meeting in session with attendance recorded."],
    ["under_review", "Needs a decision of the board."],
    [
      "splitting",
      "Needs a balance of zero: every ask, unanswered question, condition, ACTION and promised follow-up placed.",
    ],
    ["delivering", "Needs its last ticket done."],
  ] as const)("says what a proposal in %s needs next", (status, needs) => {
    expect(journeyOf({ ...base, status }).find((step) => step.state === "current")).toMatchObject({
      key: status,
      needs,
    });
  });

  it("shows what was left out as skipped, and never a declined proposal as completed", () => {
    const steps = journeyOf({
      ...base,
      status: "closed",
      closedAs: "declined",
      journey: [
        { status: "discussion", at: "2021-08-02T00:00:00Z", by: "Ada" },
        { status: "closed", at: "2021-10-13T20:40:00Z", by: "Ruth" },
      ],
    });
    expect(steps.map((step) => `${step.label}: ${step.state}`)).toEqual([
      "Draft: done",
      "In discussion: done",
      "Scheduled: skipped",
      "Under review: skipped",
      "Splitting: skipped",
      "Delivering: skipped",
      "Declined: current",
    ]);
  });
});
