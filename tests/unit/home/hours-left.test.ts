import { describe, expect, it } from "vitest";
import { hoursLeft } from "@/lib/home/hours-left";

const adjourned = new Date("2021-10-13T21:00:00Z");

describe("the clock of the minutes", () => {
  it.each([
    ["2021-10-13T21:00:00Z", "3 days left"],
    ["2021-10-14T22:00:00Z", "47 h left"],
    ["2021-10-16T07:00:00Z", "14 h left"],
    ["2021-10-16T21:00:00Z", "0 h left"],
    ["2021-10-16T21:00:01Z", "1 h overdue"],
    ["2021-10-26T21:00:00Z", "10 days overdue"],
  ])("at %s says %s", (today, words) => {
    expect(hoursLeft(adjourned, 72, new Date(today))).toBe(words);
  });
});
