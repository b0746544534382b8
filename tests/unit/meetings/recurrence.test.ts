import { describe, expect, it } from "vitest";
import { clockChangeInWords, instantOf, localDate } from "../../../lib/meetings/local-time";
import { nextDates, whatIsWrongWithRule } from "../../../lib/meetings/recurrence";

const secondWednesday = "FREQ=MONTHLY;BYDAY=2WE";

const monthsFrom2021To2027 = Array.from(
  { length: 84 },
  (_, month) => `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`,
);

/** Vectors of RFC 5545, 3.8.5.3, as far as they give days; 28 years later, when the calendar repeats itself. */
const vectors: [rule: string, from: string, dates: string[]][] = [
  ["FREQ=MONTHLY;BYDAY=1FR", "2025-09-05", ["2025-09-05", "2025-10-03", "2025-11-07", "2025-12-05"]],
  ["FREQ=MONTHLY;BYDAY=-2MO", "2025-09-22", ["2025-09-22", "2025-10-20", "2025-11-17", "2025-12-22"]],
  ["FREQ=MONTHLY;BYMONTHDAY=-3", "2025-09-28", ["2025-09-28", "2025-10-29", "2025-11-28", "2025-12-29"]],
  ["FREQ=MONTHLY;BYMONTHDAY=15,30", "2025-12-20", ["2025-12-30", "2026-01-15", "2026-01-30", "2026-02-15"]],
  [
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "2025-09-02",
    ["2026-02-13", "2026-03-13", "2026-11-13", "2027-08-13"],
  ],
  ["FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "2025-09-04", ["2025-09-04", "2025-10-07", "2025-11-06"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "2025-09-29", ["2025-09-29", "2025-10-30", "2025-11-27"]],
  ["FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "2024-11-05", ["2024-11-05", "2025-11-04"]],
  ["FREQ=YEARLY;BYDAY=20MO", "2025-05-19", ["2025-05-19", "2026-05-18", "2027-05-17"]],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2021-01-01", ["2024-02-29", "2028-02-29"]],
  ["FREQ=WEEKLY;BYDAY=TU,TH", "2025-09-02", ["2025-09-02", "2025-09-04", "2025-09-09", "2025-09-11"]],
  ["FREQ=DAILY;BYMONTH=1", "2026-01-01", ["2026-01-01", "2026-01-02", "2026-01-03"]],
  ["FREQ=MONTHLY;BYDAY=1SU,-1SU", "2025-09-07", ["2025-09-07", "2025-09-28", "2025-10-05", "2025-10-26"]],
  ["FREQ=MONTHLY;BYMONTHDAY=2,15", "2025-09-02", ["2025-09-02", "2025-09-15", "2025-10-02", "2025-10-15"]],
  ["FREQ=MONTHLY;BYMONTHDAY=1,-1", "2025-09-30", ["2025-09-30", "2025-10-01", "2025-10-31", "2025-11-01"]],
  [
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "2025-09-13",
    ["2025-09-13", "2025-10-11", "2025-11-08", "2025-12-13", "2026-01-10", "2026-02-07", "2026-03-07"],
  ],
  ["FREQ=YEARLY;BYMONTH=6,7;BYMONTHDAY=10", "2025-06-10", ["2025-06-10", "2025-07-10", "2026-06-10"]],
  ["FREQ=YEARLY;BYYEARDAY=1,100,200", "2025-01-01", ["2025-01-01", "2025-04-10", "2025-07-19", "2026-01-01"]],
  ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2025-05-12", ["2025-05-12", "2026-05-11", "2027-05-17"]],
  ["FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "2025-03-13", ["2025-03-13", "2025-03-20", "2025-03-27", "2026-03-05"]],
  [
    "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "2025-06-05",
    ["2025-06-05", "2025-06-12", "2025-06-19", "2025-06-26"],
  ],
  ["FREQ=MONTHLY;BYDAY=2WE;UNTIL=20251009T000000Z", "2025-09-01", ["2025-09-10", "2025-10-08"]],
];

describe("a recurrence rule", () => {
  it.each(vectors)("%s gives from %s on the days that its standard says", (rule, from, dates) => {
    expect(nextDates(rule, new Date(`${from}T00:00:00Z`), "UTC", dates.length)).toEqual(dates);
  });
});

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

  it("meets on every second Wednesday from 2021 to 2027, as the calendar has them", () => {
    const dates = nextDates(secondWednesday, new Date("2021-01-01T00:00:00Z"), "UTC", 84);
    expect(dates.map((date) => date.slice(0, 7))).toEqual(monthsFrom2021To2027);
    for (const date of dates) {
      const day = new Date(`${date}T00:00:00Z`);
      expect([date, day.getUTCDay(), Math.ceil(day.getUTCDate() / 7)]).toEqual([date, 3, 2]);
    }
  });

  it("has its town hall a week later, also where that is in the third week", () => {
    const townHalls = nextDates("FREQ=MONTHLY;BYDAY=3WE", new Date("2021-01-01T00:00:00Z"), "UTC", 84);
    const meetings = nextDates(secondWednesday, new Date("2021-01-01T00:00:00Z"), "UTC", 84);
    const apart = townHalls.map((date, place) => Date.parse(date) - Date.parse(meetings[place] ?? ""));
    expect(new Set(apart)).toEqual(new Set([7 * 86_400_000]));
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
    ["FREQ=MONTHLY;BYDAY=2XX", "not a recurrence rule"],
    ["FREQ=HOURLY", "not a recurrence rule"],
    ["FREQ=MONTHLY;FREQ=DAILY", "not a recurrence rule"],
    ["FREQ=MONTHLY;MOON=FULL", "not a recurrence rule"],
    ["FREQ=DAILY;INTERVAL=0", "not a recurrence rule"],
    ["FREQ=YEARLY;BYWEEKNO=54", "not a recurrence rule"],
    ["FREQ=YEARLY;BYYEARDAY=367", "not a recurrence rule"],
    ["FREQ=MONTHLY;BYDAY=2WE;COUNT=3", "says on which day"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never gives a day"],
    ["FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31", "never gives a day"],
    ["FREQ=MONTHLY;BYDAY=6WE", "never gives a day"],
    ["FREQ=MONTHLY;BYDAY=WE;BYSETPOS=7", "never gives a day"],
    ["FREQ=WEEKLY;UNTIL=20100101T000000Z", "never gives a day"],
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
