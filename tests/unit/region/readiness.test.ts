import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CapabilityFacts } from "../../../lib/region/capability-facts";
import { computeRegion } from "../../../lib/region/readiness";
import { capabilityTemplate } from "../../../lib/region/template";
import type { TicketStatus } from "../../../lib/tickets/policy";
import { anyRegion, capability, evidence, incident, ticket } from "./capabilities";

const proven = { tickets: [ticket("done")], evidence: [evidence("accepted")] };

function percentOf(capabilities: CapabilityFacts[]): number {
  return computeRegion(capabilities).readiness.percent;
}

function wholeTemplate(changes: Partial<CapabilityFacts> = {}): CapabilityFacts[] {
  return capabilityTemplate.map((each) => capability({ ...each, criteria: ["It works"], ...changes }));
}

test("a region without capabilities is at zero and says so", () => {
  expect(computeRegion([])).toMatchObject({
    states: [],
    readiness: { percent: 0, sentence: "The region has no capabilities yet.", reasons: [] },
  });
});

test("a region is at 100 only when everything is accepted", () => {
  const computed = computeRegion(wholeTemplate(proven));
  expect(computed.readiness).toEqual({
    percent: 100,
    sentence: "100 % ready: 19 of 19 capabilities accepted.",
    reasons: [],
    next: [],
  });
  const almost = wholeTemplate(proven).map((each) =>
    each.key === "ci" ? { ...each, openIncidents: [incident] } : each,
  );
  expect(percentOf(almost)).toBeLessThan(100);
});

test("at the start everything waits for sponsorship", () => {
  const { readiness, requiredNotProvisioned } = computeRegion(wholeTemplate());
  expect(readiness.percent).toBe(0);
  expect(readiness.unblocksMost).toMatchObject({
    capability: { key: "sponsorship" },
    because: "Ask for Sponsorship (+3.9 points); 18 other capabilities wait for it.",
  });
  expect(readiness.sentence).toMatch(/^0 % ready: 0 of 19 capabilities accepted\. Next: ask for Sponsorship/);
  expect(requiredNotProvisioned).toHaveLength(18);
});

test("dependants of missing hardware show why, down to its cause", () => {
  const capabilities = wholeTemplate().map((each) => {
    if (each.key === "sponsorship") return { ...each, ...proven };
    if (each.key === "hosts") return { ...each, tickets: [ticket("waiting_on_assignee", 12)] };
    return { ...each, tickets: [ticket("filed")] };
  });
  const { states, readiness } = computeRegion(capabilities);
  const because = (key: string) => states.find((each) => each.key === key)?.because;
  expect(because("network")).toBe("It waits for Hosts.");
  expect(because("dns")).toBe("It waits for Network (which waits for Hosts).");
  expect(because("tls")).toBe(
    "It waits for DNS (which waits for Hosts), Kubernetes (which waits for Hosts).",
  );
  expect(readiness.unblocksMost).toMatchObject({ capability: { key: "hosts" }, ticket: { number: 12 } });
  expect(readiness.unblocksMost?.because).toMatch(
    /^Finish ticket T-12 of Hosts \(\+[\d.]+ points\); 17 other/,
  );
});

test("the readiness falls with an incident and rises when it is closed", () => {
  const other = capability({ key: "tls", name: "TLS", ...proven });
  const before = percentOf([capability(proven), other]);
  const during = percentOf([capability({ ...proven, openIncidents: [incident] }), other]);
  expect([before, during]).toEqual([100, 65]);
});

test("weights count by their share, and weights that say nothing count alike", () => {
  const light = capability({ key: "light", weight: 1, ...proven });
  const heavy = capability({ key: "heavy", weight: 3 });
  expect(percentOf([light, heavy])).toBe(25);
  expect(
    percentOf([
      { ...light, weight: 100 },
      { ...heavy, weight: 300 },
    ]),
  ).toBe(25);
  expect(
    percentOf([
      { ...light, weight: 0 },
      { ...heavy, weight: 0 },
    ]),
  ).toBe(50);
  expect(percentOf([{ ...light, weight: -5 }, heavy])).toBe(0);
});

test("reasons stand with the largest first and say what each lacks", () => {
  const reasons = computeRegion([
    capability({ key: "a", name: "A", weight: 1 }),
    capability({ key: "b", name: "B", weight: 3, tickets: [ticket("done")] }),
    capability({ key: "c", name: "C", weight: 0, ...proven }),
  ]).readiness.reasons;
  expect(reasons.map(({ key, lacks }) => [key, lacks])).toEqual([
    ["a", 25],
    ["b", 22.5],
  ]);
});

test("evidence that was accepted by who gave it keeps the region from production", () => {
  const own = capability({ tickets: [ticket("done")], evidence: [evidence("accepted", "It works", 1)] });
  expect(computeRegion([own])).toMatchObject({ requiredNotProvisioned: [], requiredNotAccepted: ["DNS"] });
  expect(computeRegion([{ ...own, required: false }]).requiredNotAccepted).toEqual([]);
});

test.each([
  [{ evidence: [evidence("submitted")] }, "Judge the evidence for DNS (+30 points)."],
  [{}, "Give evidence for DNS (+30 points)."],
  [{ openIncidents: [incident] }, "Close the incident of DNS (+70 points)."],
])("what helps most when the work is done: %o", (changes, because) => {
  const computed = computeRegion([capability({ tickets: [ticket("done")], ...changes })]);
  expect(computed.readiness.unblocksMost?.because).toBe(because);
});

test("a ring of dependencies gives an answer and names nothing to do", () => {
  const ring = ["a", "b", "c"].map((key, at) =>
    capability({ key, name: key, dependsOn: [["b", "c", "a"][at] ?? ""], tickets: [ticket("filed")] }),
  );
  const { states, readiness } = computeRegion(ring);
  expect(states.map(({ state }) => state)).toEqual(["blocked", "blocked", "blocked"]);
  expect(readiness.unblocksMost).toBeUndefined();
});

test("a capability that depends on itself or on something unknown is not blocked by it", () => {
  const odd = capability({ dependsOn: ["dns", "nowhere"], tickets: [ticket("filed")] });
  expect(computeRegion([odd]).states[0]?.state).toBe("requested");
});

describe("whatever the region looks like", () => {
  /** The way of a ticket's work, each step further than the one before. */
  const forward: TicketStatus[] = ["draft", "filed", "needs_review", "waiting_on_assignee", "done"];

  function changed(
    region: CapabilityFacts[],
    at: number,
    change: (facts: CapabilityFacts) => Partial<CapabilityFacts>,
  ): CapabilityFacts[] {
    const chosen = region.length ? at % region.length : 0;
    return region.map((facts, index) => (index === chosen ? { ...facts, ...change(facts) } : facts));
  }

  function replaced<T>(list: readonly T[], at: number, change: (item: T) => T): T[] {
    const chosen = list.length ? at % list.length : 0;
    return list.map((item, index) => (index === chosen ? change(item) : item));
  }

  test("the readiness is a whole number from 0 to 100, and explains itself", () => {
    fc.assert(
      fc.property(anyRegion, (region) => {
        const { readiness, states } = computeRegion(region);
        expect(Number.isInteger(readiness.percent)).toBe(true);
        expect(readiness.percent).toBeGreaterThanOrEqual(0);
        expect(readiness.percent).toBeLessThanOrEqual(100);
        expect(readiness.reasons).toHaveLength(states.filter(({ state }) => state !== "accepted").length);
        for (const { because } of states) expect(because).toMatch(/^[A-Z0-9].*\.$/);
      }),
    );
  });

  test("the order in which capabilities are given does not matter", () => {
    fc.assert(
      fc.property(anyRegion, (region) => {
        const backwards = computeRegion([...region].reverse());
        const forwards = computeRegion(region);
        expect(backwards.readiness).toEqual(forwards.readiness);
        expect([...backwards.states].reverse()).toEqual(forwards.states);
      }),
    );
  });

  test("bringing work forward never lowers the readiness", () => {
    fc.assert(
      fc.property(anyRegion, fc.nat(), fc.nat(), fc.nat(), (region, at, which, steps) => {
        const later = changed(region, at, ({ tickets }) => ({
          tickets: replaced(tickets, which, (each) => {
            const from = forward.indexOf(each.status);
            const to = from < 0 ? forward.length - 1 : Math.min(forward.length - 1, from + 1 + (steps % 4));
            const isEnded = each.status === "declined" || each.status === "duplicate";
            return isEnded ? each : { ...each, status: forward[to] ?? each.status };
          }),
        }));
        expect(percentOf(later)).toBeGreaterThanOrEqual(percentOf(region));
      }),
      { numRuns: 500 },
    );
  });

  test("accepting evidence and closing incidents never lower the readiness", () => {
    fc.assert(
      fc.property(anyRegion, fc.nat(), fc.nat(), (region, at, which) => {
        const accepted = changed(region, at, (facts) => ({
          evidence: replaced(facts.evidence, which, (each) => ({
            ...each,
            status: "accepted",
            submittedById: 1,
            judgedById: 2,
          })),
        }));
        const closed = changed(region, at, () => ({ openIncidents: [] }));
        expect(percentOf(accepted)).toBeGreaterThanOrEqual(percentOf(region));
        expect(percentOf(closed)).toBeGreaterThanOrEqual(percentOf(region));
      }),
      { numRuns: 500 },
    );
  });

  test("reopening a ticket, losing evidence or an incident never raise the readiness", () => {
    fc.assert(
      fc.property(
        anyRegion,
        fc.nat(),
        fc.nat(),
        fc.constantFrom("expired", "withdrawn", "refused"),
        (region, at, which, loss) => {
          const reopened = changed(region, at, ({ tickets }) => ({
            tickets: replaced(tickets, which, (each) =>
              each.status === "done" ? { ...each, status: "reopened" } : each,
            ),
          }));
          const lost = changed(region, at, (facts) => ({
            evidence: replaced(facts.evidence, which, (each) =>
              each.status === "accepted" ? { ...each, status: loss } : each,
            ),
          }));
          const broken = changed(region, at, () => ({ openIncidents: [incident] }));
          for (const worse of [reopened, lost, broken])
            expect(percentOf(worse)).toBeLessThanOrEqual(percentOf(region));
        },
      ),
      { numRuns: 500 },
    );
  });
});
