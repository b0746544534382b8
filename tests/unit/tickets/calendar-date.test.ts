import { expect, test } from "vitest";
import { calendarDate, isoDate } from "../../../lib/calendar-date";

test.each(["2021-10-13", "2024-02-29", "2021-12-31", "1970-01-01", " 2021-10-13 "])("%s is a day", (text) => {
  expect(calendarDate.parse(text)).toBe(text.trim());
});

test.each([
  ["2021-02-30", "30 February does not exist; give a date such as 2021-10-13."],
  ["2021-02-29", "29 February 2021 does not exist; give a date such as 2021-10-13."],
  ["2021-11-31", "31 November does not exist; give a date such as 2021-10-13."],
  ["2021-01-00", "0 January does not exist; give a date such as 2021-10-13."],
  ["2021-13-01", "There is no month 13; give a date such as 2021-10-13."],
  ["2021-00-01", "There is no month 0; give a date such as 2021-10-13."],
  ["0001-01-01", "The year 1 is out of range; give a date such as 2021-10-13."],
  ["13/10/2021", "“13/10/2021” is not a date; give a date such as 2021-10-13."],
  ["2021-10-13T20:00Z", "“2021-10-13T20:00Z” is not a date; give a date such as 2021-10-13."],
  ["٢٠٢١-10-13", "“٢٠٢١-10-13” is not a date; give a date such as 2021-10-13."],
  ["", "“” is not a date; give a date such as 2021-10-13."],
])("%s is refused with what would be right", (text, message) => {
  expect(calendarDate.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("something that is not text is refused with what would be right", () => {
  expect(calendarDate.safeParse(undefined).error?.issues[0]?.message).toMatch(/2021-10-13/);
});

test("the day of an instant is its day in UTC", () => {
  expect(isoDate(new Date("2021-10-13T23:30:00-04:00"))).toBe("2021-10-14");
});
