import { describe, expect, it } from "vitest";
import { candidatesFor } from "@/lib/meetings/candidates";
import { slotExpiry, unansweredSince } from "@/lib/meetings/slot-expiry";

const meetings = [
  { date: "2026-12-09", capacityMinutes: 60, takenMinutes: 55 },
  { date: "2027-01-13", capacityMinutes: 60, takenMinutes: 40 },
  { date: "2027-02-10", capacityMinutes: 60, takenMinutes: 0 },
  { date: "2027-03-10", capacityMinutes: 60, takenMinutes: 60 },
  { date: "2027-04-14", capacityMinutes: 60, takenMinutes: 0 },
];
const asked = { presentMinutes: 10, qaMinutes: 10, earliestOn: null, latestOn: null };

describe("meetings that could take a request for time", () => {
  it("are the next four, each with how it would fill and whether it fits", () => {
    expect(candidatesFor(asked, meetings)).toEqual([
      { date: "2026-12-09", takenMinutes: 55, wouldTakeMinutes: 75, capacityMinutes: 60, fits: false },
      { date: "2027-01-13", takenMinutes: 40, wouldTakeMinutes: 60, capacityMinutes: 60, fits: true },
      { date: "2027-02-10", takenMinutes: 0, wouldTakeMinutes: 20, capacityMinutes: 60, fits: true },
      { date: "2027-03-10", takenMinutes: 60, wouldTakeMinutes: 80, capacityMinutes: 60, fits: false },
    ]);
  });

  it.each([
    ["2027-01-01", null, ["2027-01-13", "2027-02-10", "2027-03-10", "2027-04-14"]],
    [null, "2027-01-13", ["2026-12-09", "2027-01-13"]],
    ["2027-01-14", "2027-02-10", ["2027-02-10"]],
    ["2028-01-01", null, []],
  ])("lie between %s and %s where the request names dates", (earliestOn, latestOn, dates) => {
    expect(candidatesFor({ ...asked, earliestOn, latestOn }, meetings).map(({ date }) => date)).toEqual(
      dates,
    );
  });
});

describe("an offer", () => {
  it("expires the days after its last change that the setting says, and not a moment earlier", () => {
    const madeAt = new Date("2026-11-01T10:00:00Z");
    const expiresAt = slotExpiry(madeAt, 14);
    expect(expiresAt.toISOString()).toBe("2026-11-15T10:00:00.000Z");
    expect(unansweredSince(expiresAt, 14)).toEqual(madeAt);
  });
});
