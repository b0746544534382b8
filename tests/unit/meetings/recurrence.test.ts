import { describe, expect, it } from "vitest";
import { clockChangeInWords, instantOf, localDate } from "../../../lib/meetings/local-time";
import { nextDates, whatIsWrongWithRule } from "../../../lib/meetings/recurrence";

const secondWednesday = "FREQ=MONTHLY;BYDAY=2WE";

describe("the board's series", () => {
  it("meets on the second Wednesdays of 2021 and 2022", () => {
    expect(nextDates(secondWednesday, new Date("2021-08-20T00:00:00Z"), "UTC", 6)).toEqual([
      "2021-09-08",
      "2021-10-13",
      "2021-11-10",
      "2021-12-08",
      "2022-01-12",
      "2022-02-09",
    ]);
  });

  it("meets on the 14th where the month begins on a Thursday, and in a leap year", () => {
    expect(nextDates(secondWednesday, new Date("2021-07-02T00:00:00Z"), "UTC", 1)).toEqual(["2021-07-14"]);
    expect(nextDates(secondWednesday, new Date("2024-02-01T00:00:00Z"), "UTC", 1)).toEqual(["2024-02-14"]);
  });

  it("counts the day of today, in its own zone", () => {
    const lateOnTuesday = new Date("2021-09-08T02:00:00Z");
    expect(localDate(lateOnTuesday, "America/New_York")).toBe("2021-09-07");
    expect(nextDates(secondWednesday, lateOnTuesday, "America/New_York", 1)).toEqual(["2021-09-08"]);
  });

  it("ends where its rule ends", () => {
    const rule = "FREQ=MONTHLY;BYDAY=2WE;UNTIL=20211031T000000Z";
    expect(nextDates(rule, new Date("2021-09-01T00:00:00Z"), "UTC", 5)).toEqual(["2021-09-08", "2021-10-13"]);
  });
});

describe("a rule that cannot be followed is refused", () => {
  it.each([
    ["every second Wednesday", "not a recurrence rule"],
    ["FREQ=MONTHLY;BYDAY=2XX", "cannot be read"],
    ["FREQ=HOURLY", "not a recurrence rule"],
    ["FREQ=DAILY;BYHOUR=20", "time of day has its own field"],
  ])("%s", (rule, sentence) => {
    expect(whatIsWrongWithRule(rule)).toContain(sentence);
  });

  it("while the board's own is fine", () => {
    expect(whatIsWrongWithRule(secondWednesday)).toBeUndefined();
  });
});

describe("a local time in a zone with daylight saving", () => {
  const at = (date: string, time: string, zone: string) => {
    const start = instantOf(date, time, zone);
    return start.ok
      ? [start.value.instant.toISOString(), start.value.clockChange].filter(Boolean)
      : start.refusal.message;
  };

  it("stays on the clock when the clocks change", () => {
    expect(at("2021-03-10", "20:00", "America/New_York")).toEqual(["2021-03-11T01:00:00.000Z"]);
    expect(at("2021-04-14", "20:00", "America/New_York")).toEqual(["2021-04-15T00:00:00.000Z"]);
  });

  it("counts as if clocks had not gone forward, where it was skipped", () => {
    expect(at("2026-03-08", "02:30", "America/New_York")).toEqual(["2026-03-08T07:30:00.000Z", "skipped"]);
    const words = clockChangeInWords("skipped", new Date("2026-03-08T07:30:00Z"), "America/New_York");
    expect(words).toContain("03:30 America/New_York (07:30 UTC)");
  });

  it("is the first of two, where it comes twice", () => {
    expect(at("2026-11-01", "01:30", "America/New_York")).toEqual(["2026-11-01T05:30:00.000Z", "repeated"]);
    const words = clockChangeInWords("repeated", new Date("2026-11-01T05:30:00Z"), "America/New_York");
    expect(words).toContain("the first time, at 01:30 America/New_York (05:30 UTC)");
  });

  it.each(["Mars/Olympus", "+02:00", "", "20:00"])("is refused in the zone “%s”, with examples", (zone) => {
    expect(at("2026-07-01", "20:00", zone)).toContain("Europe/Berlin");
  });
});
