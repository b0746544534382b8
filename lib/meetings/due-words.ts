import { casual, type ParsedResult } from "chrono-node/en";
import type { DateFinder } from "./line-syntax";

/**
 * Finds the last date in words, counted from an instant in a zone: "next Wednesday", "in two weeks", "15 Dec".
 * Weekdays and days without a year lie ahead. A clock time alone is no date.
 */
export function dueDateFinder(from: Date, zone: string): DateFinder {
  return (text) => {
    const reference = { instant: from, timezone: offsetMinutes(from, zone) };
    const found = casual.parse(text, reference, { forwardDate: true }).filter(namesADay).at(-1);
    return found ? { index: found.index, words: found.text, date: dateOf(found) } : null;
  };
}

/** "A second thing" is no time, and nothing is due within minutes. */
const shorterThanADay = /\b(seconds?|secs?|minutes?|mins?)\b/i;

function namesADay({ start, text }: ParsedResult): boolean {
  return (start.isCertain("day") || start.isCertain("weekday")) && !shorterThanADay.test(text);
}

function dateOf({ start }: ParsedResult): string {
  const [year, month, day] = (["year", "month", "day"] as const).map((part) => start.get(part) ?? 1);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function offsetMinutes(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    ...{
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    },
    hourCycle: "h23",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return Math.round((local - at.getTime()) / 60_000);
}
