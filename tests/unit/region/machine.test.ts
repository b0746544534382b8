import { describe, expect, test } from "vitest";
import { keysOf } from "@/lib/keys-of";
import { evidenceMachine } from "../../../lib/region/evidence-machine";
import { type EvidenceFacts, maySubmitEvidence } from "../../../lib/region/evidence-policy";
import { regionMachine } from "../../../lib/region/machine";
import {
  type RegionFacts,
  type RegionMove,
  type RegionPhase,
  regionFacts,
  regionMoveNames,
  regionPhases,
} from "../../../lib/region/policy";
import { computeRegion } from "../../../lib/region/readiness";
import { decide } from "../../../lib/workflow/machine";
import { person } from "../tickets/actors";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";
import { capability, evidence, ticket } from "./capabilities";

const operatorsId = 5;
const people = {
  operator: person(1, "operator", operatorsId),
  otherOperator: person(2, "operator", 6),
  chair: person(3, "chair"),
  secretary: person(4, "secretary"),
  director: person(5, "director"),
  sigMember: person(6, "sig_member", 7),
  stranger: person(8),
} as const;
type Who = keyof typeof people;

function facts(changes: Partial<RegionFacts> = {}): RegionFacts {
  const none: string[] = [];
  return {
    status: "proposed",
    operatorsId,
    requiredNotProvisioned: none,
    requiredNotAccepted: none,
    capabilities: 19,
    required: 18,
    onboarding: "open",
    operatorsWithAccess: 2,
    tenantsLeft: 0,
    ...changes,
  };
}

const officers: Who[] = ["chair", "secretary"];
const operatorAndOfficers: Who[] = ["operator", ...officers];
const table: [RegionMove, RegionPhase[], RegionPhase, Who[]][] = [
  ["approve", ["proposed"], "approved", officers],
  ["startBuilding", ["approved"], "building", operatorAndOfficers],
  ["declareProvisioned", ["building"], "provisioned", operatorAndOfficers],
  ["declareProduction", ["provisioned"], "production", ["operator"]],
  ["startSunset", ["building", "provisioned", "production"], "sunsetting", operatorAndOfficers],
  ["retire", ["sunsetting"], "retired", operatorAndOfficers],
];

test("the table speaks of every move", () => {
  expect(table.map(([move]) => move)).toEqual([...regionMoveNames]);
});

describe.each(table)("%s", (move, from, to, may) => {
  test("is for the right people only", () => {
    for (const status of from) {
      for (const who of keysOf(people)) {
        const weighed = decide(regionMachine, move, people[who], facts({ status }));
        if (may.includes(who)) expect(weighed).toMatchObject({ ok: true, value: { from: status, to } });
        else expect(weighed).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
      }
    }
  });

  test("is refused from every other phase", () => {
    for (const status of regionPhases.filter((phase) => !from.includes(phase))) {
      const weighed = decide(regionMachine, move, people[may[0] ?? "chair"], facts({ status }));
      expect(weighed).toMatchObject({ ok: false, refusal: { code: "refused" } });
    }
  });
});

test.each<[RegionMove, Partial<RegionFacts>, string]>([
  [
    "declareProvisioned",
    { status: "building", requiredNotProvisioned: ["DNS", "TLS"] },
    "Not provisioned yet: DNS, TLS.",
  ],
  ["declareProvisioned", { status: "building", capabilities: 0 }, "The region has no capabilities yet"],
  ["declareProduction", { status: "provisioned", requiredNotAccepted: ["DNS"] }, "Not accepted yet: DNS."],
  ["declareProduction", { status: "provisioned", capabilities: 0 }, "The region has no capabilities yet"],
  ["declareProduction", { status: "provisioned", required: 0 }, "None of its capabilities is required"],
  ["declareProduction", { status: "provisioned", onboarding: "closed" }, "Onboarding is closed"],
  ["declareProduction", { status: "provisioned", operatorsWithAccess: 1 }, "Only one person has access"],
  ["declareProduction", { status: "provisioned", operatorsWithAccess: 0 }, "Nobody has access"],
  ["retire", { status: "sunsetting", tenantsLeft: 1 }, "A tenant is still here."],
  ["retire", { status: "sunsetting", tenantsLeft: 3 }, "3 tenants are still here."],
])("%s is refused with %o", (move, changes, sentence) => {
  const weighed = decide(regionMachine, move, people.operator, facts(changes));
  expect(weighed).toMatchObject({ ok: false, refusal: { message: expect.stringContaining(sentence) } });
});

test("a region goes to production only on evidence that somebody else accepted", () => {
  const withJudge = (judge: number) => {
    const dns = capability({
      tickets: [ticket("done")],
      evidence: [evidence("accepted", "It works", judge)],
    });
    const region = regionFacts(facts({ status: "provisioned" }), computeRegion([dns]));
    return decide(regionMachine, "declareProduction", people.operator, region).ok;
  };
  expect([withJudge(1), withJudge(2)]).toEqual([false, true]);
});

test("every phase is reachable, and only retired is final", () => {
  expect(unreachable(regionMachine)).toEqual([]);
  expect(deadEnds(regionMachine)).toEqual(["retired"]);
  expect(oddEventNames(regionMachine)).toEqual([]);
});

test("operators judge the evidence of others, once, and of their own region", () => {
  const given = { operatorsId, submittedById: 6, status: "submitted" } as const;
  const refusalFor = (who: Who, changes: Partial<EvidenceFacts> = {}) => {
    const weighed = decide(evidenceMachine, "accept", people[who], { ...given, ...changes });
    return weighed.ok ? undefined : weighed.refusal.code;
  };
  expect(refusalFor("operator")).toBeUndefined();
  expect(refusalFor("operator", { submittedById: 1 })).toBe("forbidden");
  expect(refusalFor("otherOperator")).toBe("forbidden");
  expect(refusalFor("chair")).toBe("forbidden");
  expect(refusalFor("operator", { status: "accepted" })).toBe("refused");
  expect(refusalFor("operator", { status: "refused" })).toBe("refused");
  expect(decide(evidenceMachine, "refuse", people.operator, given)).toMatchObject({
    value: { to: "refused" },
  });
  expect(unreachable(evidenceMachine)).toEqual([]);
  expect(deadEnds(evidenceMachine)).toEqual(["refused", "withdrawn"]);
  expect(oddEventNames(evidenceMachine)).toEqual([]);
});

test("evidence is given by those who build", () => {
  const allowed = keysOf(people).filter((who) => maySubmitEvidence(people[who], { operatorsId }));
  expect(allowed).toEqual(["operator", "sigMember"]);
});
