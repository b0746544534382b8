import { describe, expect, it } from "vitest";
import { effects, type Outcome, whatIsMissing } from "@/lib/decisions/effects";
import { fieldOfDecisionForm, readDecisionForm } from "@/lib/decisions/schema";
import { outcomeLabels, outcomeStages } from "@/lib/decisions/ui-text";
import { keysOf } from "@/lib/keys-of";
import { proposalMachine } from "@/lib/proposals/machine";

describe("what an outcome causes", () => {
  it.each([
    { outcome: "approved", to: "splitting", followUp: false, questions: false },
    { outcome: "redirected", to: "splitting", followUp: false, questions: false },
    { outcome: "declined", to: "closed", followUp: false, questions: false },
    { outcome: "needs_info", to: "discussion", followUp: true, questions: true },
    { outcome: "deferred", to: "discussion", followUp: true, questions: true },
    { outcome: "no_decision", to: "discussion", followUp: true, questions: true },
  ] as const)("$outcome: the proposal is $to", ({ outcome, to, followUp, questions }) => {
    const effect = effects[outcome];
    const move = proposalMachine.moves[effect.move];
    expect(move.from).toEqual(["under_review"]);
    expect(move.to).toBe(to);
    expect(effect.needsFollowUp).toBe(followUp);
    expect(effect.carriesQuestions).toBe(questions);
    expect(effect.countsAsCarried).toBe(questions);
    expect(effect.closes).toBe(outcome === "declined" ? "declined" : null);
  });

  it("is told for every outcome that has a label", () => {
    expect(Object.keys(effects).sort()).toEqual(Object.keys(outcomeLabels).sort());
  });

  it("never makes a redirected proposal look approved", () => {
    expect(outcomeStages.redirected).not.toBe(outcomeStages.approved);
    expect(outcomeLabels.redirected).not.toMatch(/approv/i);
    expect(effects.redirected.sentence).toContain("Not an approval");
  });
});

describe("a decision is not complete", () => {
  const whole = { text: "Agreed.", hasNextMeeting: false, hasFollowUp: false, hasConditions: false };
  const back: Outcome[] = ["needs_info", "deferred", "no_decision"];

  it.each(keysOf(effects))("without a text: %s", (outcome) => {
    const given = { ...whole, outcome, text: " \n", hasFollowUp: true };
    expect(whatIsMissing(given)?.path).toBe("text");
  });

  it.each(back)("when it is %s and nobody takes it on", (outcome) => {
    expect(whatIsMissing({ ...whole, outcome })?.path).toBe("followUp");
    expect(whatIsMissing({ ...whole, outcome, hasFollowUp: true })).toBeUndefined();
    expect(whatIsMissing({ ...whole, outcome, hasNextMeeting: true })).toBeUndefined();
  });

  it.each(["declined", ...back] as const)("when it is %s and has conditions", (outcome) => {
    const given = { ...whole, outcome, hasFollowUp: true, hasConditions: true };
    expect(whatIsMissing(given)?.path).toBe("conditions.0.text");
  });

  it.each(["approved", "redirected"] as const)("but %s with conditions is", (outcome) => {
    expect(whatIsMissing({ ...whole, outcome, hasConditions: true })).toBeUndefined();
  });
});

describe("the decision's form", () => {
  const values = {
    outcome: "approved",
    "conditions.0.text": "",
    "conditions.0.owner": "",
    "conditions.2.text": "Name an owner",
    "conditions.2.owner": "@ada",
  };

  it("leaves out conditions that nobody filled in", () => {
    expect(readDecisionForm(values).conditions).toEqual([{ text: "Name an owner", owner: "@ada" }]);
  });

  it("says an error at the row in which it was typed", () => {
    expect(fieldOfDecisionForm("conditions.0.owner", values)).toBe("conditions.2.owner");
    expect(fieldOfDecisionForm("text", values)).toBe("text");
  });
});
