import { describe, expect, it } from "vitest";
import { onboardingSteps } from "../../../lib/region/onboarding-steps";
import { type WorkloadFacts, workloadMachine } from "../../../lib/region/workload-machine";
import { thePublic } from "../../../lib/workflow/actor";
import { allowedMoves, decide } from "../../../lib/workflow/machine";
import { person } from "../tickets/actors";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const [sigId, operatorsId, otherId] = [3, 5, 9];
const stepsDone = onboardingSteps.map(({ key }) => key);
const facts = (status: WorkloadFacts["status"], more: Partial<WorkloadFacts> = {}): WorkloadFacts => ({
  status,
  sigId,
  operatorsId,
  phase: "production",
  stepsDone,
  contacts: 1,
  ...more,
});

const keepers = [
  person(1, "sig_chair", sigId),
  person(2, "sig_member", sigId),
  person(3, "operator", operatorsId),
];
const others = [
  person(4, "sig_chair", otherId),
  person(5, "operator", otherId),
  person(6, "chair", otherId),
  person(7, "infra", otherId),
  thePublic,
];

describe("a workload", () => {
  it("reaches every status, ends for good, and names its events by what it is", () => {
    expect(unreachable(workloadMachine)).toEqual([]);
    expect(deadEnds(workloadMachine)).toEqual(["ended"]);
    expect(oddEventNames(workloadMachine)).toEqual([]);
  });

  it.each([
    ["planned", ["onboard", "end"]],
    ["onboarding", ["start", "end"]],
    ["running", ["leave", "end"]],
    ["leaving", ["end"]],
    ["ended", []],
  ] as const)("that is %s offers its SIG and its operators %j, and nobody else anything", (status, moves) => {
    for (const actor of keepers) {
      expect(allowedMoves(workloadMachine, actor, facts(status)).map(({ name }) => name)).toEqual(moves);
    }
    for (const actor of others) expect(allowedMoves(workloadMachine, actor, facts(status))).toEqual([]);
  });

  it("refuses others with whose it is", () => {
    for (const actor of others) {
      expect(decide(workloadMachine, "onboard", actor, facts("planned"))).toMatchObject({
        ok: false,
        refusal: { code: "forbidden" },
      });
    }
  });

  it("runs only when every step of its onboarding is done and somebody answers for it", () => {
    const [keeper] = keepers;
    if (!keeper) throw new Error("nobody keeps it");
    const refusal = (more: Partial<WorkloadFacts>) => {
      const result = decide(workloadMachine, "start", keeper, facts("onboarding", more));
      return result.ok ? undefined : result.refusal.message;
    };
    expect(refusal({})).toBeUndefined();
    expect(refusal({ stepsDone: stepsDone.slice(1) })).toBe(
      "Still missing: A group of the tenant can sign in.",
    );
    expect(refusal({ contacts: 0 })).toBe("Still missing: Somebody answers for it.");
  });

  it("does not begin on a region that ends, and leaves it all the same", () => {
    for (const actor of keepers) {
      for (const phase of ["sunsetting", "retired"] as const) {
        expect(decide(workloadMachine, "onboard", actor, facts("planned", { phase })).ok).toBe(false);
        expect(decide(workloadMachine, "leave", actor, facts("running", { phase })).ok).toBe(true);
      }
    }
  });

  it("of a project that is no SIG is kept by who brought it and by the operators", () => {
    const project = facts("running", { sigId: null, addedById: 8 });
    for (const actor of [person(8, "sig_member", otherId), person(3, "operator", operatorsId)]) {
      expect(allowedMoves(workloadMachine, actor, project)).not.toEqual([]);
    }
    for (const actor of [person(1, "sig_chair", sigId), thePublic]) {
      expect(allowedMoves(workloadMachine, actor, project)).toEqual([]);
    }
  });
});
