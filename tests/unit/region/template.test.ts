import { expect, test } from "vitest";
import { dependencyRing } from "../../../lib/region/dependants";
import { capabilityTemplate } from "../../../lib/region/template";
import { findRequestType } from "../../../lib/tickets/request-types/catalogue";

const keys = capabilityTemplate.map((each) => each.key);

test("the template has the nineteen capabilities, each once and after what it depends on", () => {
  expect(new Set(keys).size).toBe(19);
  for (const [at, each] of capabilityTemplate.entries()) {
    for (const dependency of each.dependsOn) expect(keys.slice(0, at)).toContain(dependency);
  }
});

test("every capability says what it is for, what it needs and how it is accepted", () => {
  for (const each of capabilityTemplate) {
    expect(each.purpose).toMatch(/^[A-Z].*\.$/);
    expect(each.weight).toBeGreaterThan(0);
    expect(new Set(each.acceptance).size).toBe(each.acceptance.length);
    expect(each.acceptance.length).toBeGreaterThan(0);
    expect(each.typicalRequests.length).toBeGreaterThan(0);
    for (const { destination, requestType } of each.typicalRequests) {
      expect([each.key, requestType !== undefined]).toEqual([each.key, destination === "infra"]);
      if (requestType) expect(findRequestType(requestType)).toBeDefined();
    }
  }
});

test("backup and exit depends on all others", () => {
  expect(capabilityTemplate.at(-1)?.dependsOn).toEqual(keys.slice(0, -1));
});

test.each([
  [[], undefined],
  [
    [
      { key: "a", dependsOn: ["b"] },
      { key: "b", dependsOn: [] },
    ],
    undefined,
  ],
  [[{ key: "a", dependsOn: ["nowhere"] }], undefined],
  [[{ key: "a", dependsOn: ["a"] }], ["a", "a"]],
  [
    [
      { key: "x", dependsOn: ["a"] },
      { key: "a", dependsOn: ["b"] },
      { key: "b", dependsOn: ["a"] },
    ],
    ["a", "b", "a"],
  ],
])("the ring of %j is %j", (capabilities, ring) => {
  expect(dependencyRing(capabilities)).toEqual(ring);
});

test("the template has no ring", () => {
  expect(dependencyRing(capabilityTemplate)).toBeUndefined();
});
