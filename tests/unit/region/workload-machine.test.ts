import { describe, expect, it } from "vitest";
import { type WorkloadFacts, workloadMachine } from "../../../lib/region/workload-machine";
import { thePublic } from "../../../lib/workflow/actor";
import { allowedMoves, decide } from "../../../lib/workflow/machine";
import { person } from "../tickets/actors";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const [sigId, operatorsId, otherId] = [3, 5, 9];
const facts = (status: WorkloadFacts["status"]): WorkloadFacts => ({ status, sigId, operatorsId });

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
    ["planned", ["start", "end"]],
    ["running", ["end"]],
    ["ended", []],
  ] as const)("that is %s offers its SIG and its operators %j, and nobody else anything", (status, moves) => {
    for (const actor of keepers) {
      expect(allowedMoves(workloadMachine, actor, facts(status)).map(({ name }) => name)).toEqual(moves);
    }
    for (const actor of others) expect(allowedMoves(workloadMachine, actor, facts(status))).toEqual([]);
  });

  it("refuses others with whose it is", () => {
    for (const actor of others) {
      expect(decide(workloadMachine, "start", actor, facts("planned"))).toMatchObject({
        ok: false,
        refusal: { code: "forbidden" },
      });
    }
  });
});
