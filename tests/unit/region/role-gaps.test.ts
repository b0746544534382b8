import { describe, expect, it } from "vitest";
import { gapOf, type RoleNeeds, summaryOf } from "../../../lib/region/role-gaps";
import { keyOf } from "../../../lib/region/role-key";
import { type RegionRoleFacts, regionRoleMachine } from "../../../lib/region/role-machine";
import { roleTemplate } from "../../../lib/region/role-template";
import { allowedMoves, decide } from "../../../lib/workflow/machine";
import { person } from "../tickets/actors";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

const inside = { mayEnter: true };
const outside = { mayEnter: false };
const role = (more: Partial<RoleNeeds> = {}): RoleNeeds => ({
  name: "Operations",
  status: "defined",
  leastHolders: 2,
  needsAccess: true,
  holders: [inside, inside],
  ...more,
});

describe("what a role lacks", () => {
  it.each<[string, Partial<RoleNeeds>, string | undefined]>([
    ["has enough people with access", {}, undefined],
    ["has one person of two", { holders: [inside] }, "needs 1 more person"],
    ["has nobody of two", { holders: [] }, "needs 2 more people"],
    ["has nobody of one", { holders: [], leastHolders: 1 }, "nobody holds it"],
    ["has two of whom one may not enter", { holders: [inside, outside] }, "needs access for 1 more person"],
    ["has three of whom two may enter", { holders: [inside, outside, inside] }, undefined],
    ["needs no access", { holders: [outside, outside], needsAccess: false }, undefined],
    ["waits for its definition", { status: "to_define", holders: [] }, "not defined yet"],
    ["is no longer needed", { status: "retired", holders: [] }, undefined],
  ])("a role that %s: %j", (_, more, gap) => {
    expect(gapOf(role(more))).toBe(gap);
  });

  it("is said in one sentence for all, also where nothing is missing and where there is no role", () => {
    const lead = role({ name: "Lead", leastHolders: 1, needsAccess: false, holders: [] });
    expect(summaryOf([role({ holders: [inside] }), lead]).sentence).toBe(
      "Gaps: Operations (needs 1 more person), Lead (nobody holds it).",
    );
    expect(summaryOf([role()]).sentence).toBe("Every role is defined and held.");
    expect(summaryOf([]).sentence).toBe("No role is named yet.");
  });
});

describe("the roles that a region begins with", () => {
  it("have keys of their own; operations takes two with access; what 2021 left open waits for its definition", () => {
    expect(new Set(roleTemplate.map(({ key }) => key)).size).toBe(roleTemplate.length);
    expect(roleTemplate.find(({ key }) => key === "operations")).toMatchObject({
      leastHolders: 2,
      needsAccess: true,
    });
    expect(roleTemplate.filter(({ purpose }) => purpose === "").map(({ name }) => name)).toEqual([
      "CentOS developers’ part",
      "CentOS operators’ part",
    ]);
  });
});

const [operatorsId, otherId] = [5, 9];
const facts = (status: RegionRoleFacts["status"], more: Partial<RegionRoleFacts> = {}): RegionRoleFacts => ({
  ...{ status, operatorsId, purpose: "Keeps it up", duties: "On call", holders: 0 },
  ...more,
});

describe("a role of a region", () => {
  it("reaches every status, ends for good, and names its events by what it is", () => {
    expect(unreachable(regionRoleMachine)).toEqual([]);
    expect(deadEnds(regionRoleMachine)).toEqual(["retired"]);
    expect(oddEventNames(regionRoleMachine)).toEqual([]);
  });

  it("is moved by its region's operators and the officers, and by nobody else", () => {
    for (const actor of [
      person(1, "operator", operatorsId),
      person(2, "chair", 1),
      person(3, "secretary", 1),
    ]) {
      const moves = allowedMoves(regionRoleMachine, actor, facts("to_define"));
      expect(moves.map(({ name }) => name)).toEqual(["define", "retire"]);
    }
    for (const actor of [person(4, "operator", otherId), person(5, "director", 1), person(6, "infra", 2)]) {
      expect(allowedMoves(regionRoleMachine, actor, facts("to_define"))).toEqual([]);
    }
  });

  it("is not defined without purpose and duties, and not retired while somebody holds it", () => {
    const by = person(1, "operator", operatorsId);
    expect(decide(regionRoleMachine, "define", by, facts("to_define", { duties: "" })).ok).toBe(false);
    expect(decide(regionRoleMachine, "retire", by, facts("defined", { holders: 2 }))).toMatchObject({
      refusal: { message: "2 people hold it: they lay it down first, or hand it over." },
    });
  });

  it.each([
    ["On call, nights", "on-call-nights"],
    ["Über-Röle", "uber-role"],
    ["—", ""],
  ])("called %j is known as %j", (name, key) => {
    expect(keyOf(name)).toBe(key);
  });
});
