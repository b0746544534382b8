import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOf, readMonth } from "@/lib/meetings/month-grid";

describe("a month of meetings", () => {
  it.each([
    ["2021-10", 5, "2021-09-27", "2021-10-31"],
    ["2024-02", 5, "2024-01-29", "2024-03-03"],
    ["2026-11", 6, "2026-10-26", "2026-12-06"],
    ["2027-02", 4, "2027-02-01", "2027-02-28"],
  ])("%s is shown in %i whole weeks, from Monday %s to Sunday %s", (key, weeks, first, last) => {
    const days = monthOf(key).weeks.flat();
    expect(monthOf(key).weeks).toHaveLength(weeks);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual([first, last]);
  });

  it("has each day of the month once, a leap day too, and marks those beside it", () => {
    const days = monthOf("2024-02").weeks.flat();
    expect(days.filter((day) => day.isOfMonth).map(({ day }) => day)).toEqual(
      Array.from({ length: 29 }, (_, day) => day + 1),
    );
  });

  it("leads to the month before and after, over the end of a year", () => {
    expect(monthOf("2026-12")).toMatchObject({ before: "2026-11", after: "2027-01" });
    expect(monthOf("2026-01")).toMatchObject({ before: "2025-12", after: "2026-02" });
  });

  it("misses no day and shows none twice, whatever the month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const days = monthOf(`${year}-${String(month).padStart(2, "0")}`).weeks.flat();
        const steps = days
          .slice(1)
          .map(({ date }, place) => Date.parse(date) - Date.parse(days[place]?.date ?? ""));
        expect(new Set(steps)).toEqual(new Set([86_400_000]));
        expect(new Date(days[0]?.date ?? "").getUTCDay()).toBe(1);
      }),
    );
  });
});

describe("the month that an address names", () => {
  const today = new Date("2026-11-23T10:00:00Z");
  it.each([
    ["2026-12", "2026-12"],
    ["2026-13", "2026-11"],
    ["2026-1", "2026-11"],
    ["1900-01", "2026-11"],
    ["9999-01", "2026-11"],
    ["", "2026-11"],
    [undefined, "2026-11"],
    [["2026-12"], "2026-11"],
  ])("%j is read as %s", (text, key) => {
    expect(readMonth(text, today)).toBe(key);
  });
});
