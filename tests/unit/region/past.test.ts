import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { burnUp, daysOf } from "../../../lib/region/burn-up";
import { type Change, type RegionPast, readPast } from "../../../lib/region/past";
import { computeRegion, measureRegion } from "../../../lib/region/readiness";
import { sinceMonth } from "../../../lib/region/since-month";
import { anyRegion } from "./capabilities";

const day = (text: string) => Date.parse(`2026-${text}T12:00:00Z`);
const now = day("06-30");

function edition(capabilityId: number, at: number, changes: object = {}, removed = false) {
  const definition = {
    name: `C${capabilityId}`,
    required: true,
    weight: 1,
    criteria: ["It works"],
    dependsOn: [],
  };
  return { capabilityId, key: `c${capabilityId}`, at, removed, definition: { ...definition, ...changes } };
}

const moved = (subject: Change["subject"], id: number, to: string, at: number): Change => ({
  subject,
  id,
  to,
  at,
});

/** Two capabilities; a ticket and evidence bring the first to acceptance, then an incident hits it. */
const story: RegionPast = {
  createdAt: day("01-01"),
  editions: [
    edition(1, day("01-01")),
    edition(2, day("01-01")),
    edition(2, day("05-01"), { weight: 3 }),
    edition(2, day("06-20"), { weight: 3 }, true),
  ],
  spans: [{ capabilityId: 1, ticketId: 7, since: day("01-10"), until: null }],
  tickets: [{ id: 7, number: 7, title: "Work", status: "done", createdAt: day("01-10") }],
  evidence: [
    {
      id: 3,
      capabilityId: 1,
      criterion: "It works",
      submittedById: 1,
      judgedById: 2,
      validUntil: "2026-06-25",
      createdAt: day("03-01"),
    },
  ],
  incidents: [
    {
      id: 4,
      number: 1,
      title: "It is down",
      affected: [{ capabilityId: 1, since: day("04-01"), until: null }],
    },
  ],
  changes: [
    moved("ticket", 7, "filed", day("01-11")),
    moved("ticket", 7, "waiting_on_assignee", day("01-20")),
    moved("ticket", 7, "done", day("02-01")),
    moved("evidence", 3, "accepted", day("03-02")),
    moved("incident", 4, "open", day("04-01")),
    moved("incident", 4, "monitoring", day("04-02")),
    moved("incident", 4, "resolved", day("04-04")),
  ],
};
const factsAt = readPast(story, now);
const percentAt = (at: number) => measureRegion(factsAt(at)).percent;
const statesAt = (at: number) => computeRegion(factsAt(at)).states.map(({ state }) => state);

test.each<[string, string, number, string[]]>([
  ["before it was opened", "2025", 0, []],
  ["opened", "01-02", 0, ["not_requested", "not_requested"]],
  ["with a draft", "01-10", 0, ["not_requested", "not_requested"]],
  ["with a filed ticket", "01-12", 5, ["requested", "not_requested"]],
  ["with work under way", "01-21", 15, ["in_progress", "not_requested"]],
  ["with the ticket done", "02-02", 35, ["provisioned", "not_requested"]],
  ["with evidence that waits", "03-01", 35, ["provisioned", "not_requested"]],
  ["with the evidence accepted", "03-03", 50, ["accepted", "not_requested"]],
  ["during the incident", "04-02", 15, ["regressed", "not_requested"]],
  ["after the incident", "04-05", 50, ["accepted", "not_requested"]],
  ["with another weight", "05-02", 25, ["accepted", "not_requested"]],
  ["without the second capability", "06-21", 100, ["accepted"]],
  ["after the evidence expired", "06-26", 30, ["regressed"]],
])("a region %s is as it was on that day", (_name, date, percent, states) => {
  const at = date === "2025" ? Date.parse("2025-01-01") : day(date);
  expect(percentAt(at)).toBe(percent);
  expect(statesAt(at)).toEqual(states);
});

test("the burn-up is, at each of its dates, the sum recomputed from the facts of that date", () => {
  const points = burnUp(story, factsAt, now);
  expect(points.map((point) => [point.day, point.percent])).toEqual([
    ["2026-01-01", 0],
    ["2026-01-10", 0],
    ["2026-01-11", 5],
    ["2026-01-20", 15],
    ["2026-02-01", 35],
    ["2026-03-01", 35],
    ["2026-03-02", 50],
    ["2026-04-01", 15],
    ["2026-04-02", 15],
    ["2026-04-04", 50],
    ["2026-05-01", 25],
    ["2026-06-20", 100],
    ["2026-06-26", 30],
    ["2026-06-30", 30],
  ]);
  for (const { at, percent } of points) expect(computeRegion(factsAt(at)).readiness.percent).toBe(percent);
});

test("what changed since a month ago is said with its states", () => {
  const { states } = computeRegion(factsAt(now));
  expect(sinceMonth(factsAt, { createdAt: story.createdAt, now, states })).toEqual({
    at: now - 30 * 86_400_000,
    isOpening: false,
    percent: 25,
    changes: [
      { key: "c1", name: "C1", from: "accepted", to: "regressed" },
      { key: "c2", name: "C2", from: "not_requested", to: null },
    ],
  });
  const young = sinceMonth(factsAt, { createdAt: day("06-10"), now, states });
  expect([young.isOpening, young.at]).toEqual([true, day("06-10")]);
});

test("a year of daily changes is a picture of at most 80 points, with its first and its last day", () => {
  const changes = Array.from({ length: 900 }, (_, count) =>
    moved("ticket", 7, count % 2 ? "done" : "reopened", day("01-01") + count * 86_400_000),
  );
  const later = day("01-01") + 900 * 86_400_000;
  const days = daysOf({ ...story, changes }, later);
  expect(days.length).toBeLessThanOrEqual(80);
  expect([days.at(0), days.at(-1)]).toEqual(["2026-01-01", new Date(later).toISOString().slice(0, 10)]);
});

describe("a clock that is wrong", () => {
  test("and was set back does not leave the state of before", () => {
    const changes = [moved("ticket", 7, "done", day("03-10")), moved("ticket", 7, "reopened", day("03-09"))];
    const read = readPast({ ...story, changes }, now);
    expect(read(now)[0]?.tickets[0]?.status).toBe("reopened");
    expect(read(day("03-11"))[0]?.tickets[0]?.status).toBe("reopened");
  });

  test("and ran ahead does not hide what has happened", () => {
    const future = now + 86_400_000;
    const changes = [...story.changes, moved("ticket", 7, "reopened", future)];
    const read = readPast({ ...story, changes, evidence: [] }, now);
    expect(read(now)[0]?.tickets[0]?.status).toBe("reopened");
  });
});

describe("whatever happened", () => {
  const anyChange = fc.record({
    subject: fc.constantFrom("ticket" as const, "evidence" as const, "incident" as const),
    id: fc.constantFrom(3, 4, 7),
    to: fc.constantFrom("filed", "done", "reopened", "accepted", "refused", "withdrawn", "open", "resolved"),
    at: fc.integer({ min: day("01-01"), max: day("06-30") }),
  });

  test("the numbers alone are those of the readiness with its reasons", () => {
    fc.assert(
      fc.property(anyRegion, (region) => {
        const { readiness, states } = computeRegion(region);
        expect(measureRegion(region)).toEqual({
          percent: readiness.percent,
          states: states.map(({ state }) => state),
        });
      }),
    );
  });

  test("the order in which events of different things are given does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(anyChange, { maxLength: 12 }),
        fc.integer({ min: day("01-01"), max: now }),
        (changes, at) => {
          const given = readPast({ ...story, changes }, now)(at);
          const byThing = [...changes].sort((one, other) =>
            one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0,
          );
          const backwards: RegionPast = {
            ...story,
            changes: byThing,
            evidence: [...story.evidence].reverse(),
            spans: [...story.spans].reverse(),
          };
          const again = readPast(backwards, now)(at);
          // Of one subject the things still differ by their id; within a thing the order is what happened.
          expect(measureRegion(again)).toEqual(measureRegion(given));
        },
      ),
    );
  });

  test("each point of the burn-up lies between 0 and 100, and the last one is now", () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 20 }), (changes) => {
        const past = { ...story, changes };
        const points = burnUp(past, readPast(past, now), now);
        for (const { percent } of points) expect(percent >= 0 && percent <= 100).toBe(true);
        expect(points.at(-1)?.at).toBe(now);
      }),
    );
  });
});
