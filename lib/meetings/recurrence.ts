import { RRuleTemporal } from "rrule-temporal";
import { ownEntry } from "../own-entry";
import { localDate } from "./local-time";

/** Intervals are counted from here, so that "every second month" means the same months for everybody. */
const anchor = "20000101T000000";

/**
 * The next dates of a recurrence rule (RFC 5545), from the day of `from` in the zone on. Only dates: the time of
 * day is put to each of them in its zone, so that 20:00 stays 20:00 over a change of clocks.
 */
export function nextDates(rule: string, from: Date, zone: string, count: number): string[] {
  const recurrence = parsed(rule);
  const dates: string[] = [];
  const dayBefore = new Date(new Date(`${localDate(from, zone)}T00:00:00Z`).getTime() - 1);
  let last: Date = dayBefore;
  while (dates.length < count) {
    const next = recurrence.next(last);
    if (!next) break;
    last = new Date(next.epochMilliseconds);
    dates.push(last.toISOString().slice(0, 10));
  }
  return dates;
}

/** The dates of a rule in a span of days, both included, as many as `most` at most. */
export function datesWithin(rule: string, span: { from: string; to: string }, most: number): string[] {
  const dates = nextDates(rule, new Date(`${span.from}T00:00:00Z`), "UTC", most);
  return dates.filter((date) => date <= span.to);
}

const example = "give one such as FREQ=MONTHLY;BYDAY=2WE (the second Wednesday of each month)";

const whole = (from: number, to: number) => (text: string) =>
  /^-?\d{1,3}$/.test(text) && Number(text) !== 0 && Number(text) >= from && Number(text) <= to;
const day = /^([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)$/;

/** The parts of a rule that give days (RFC 5545, 3.3.10), and what each of their values has to be. */
const parts: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(value),
  INTERVAL: whole(1, 999),
  UNTIL: (value) => /^\d{8}(T\d{6}Z?)?$/.test(value),
  BYDAY: (value) => day.test(value),
  BYMONTHDAY: whole(-31, 31),
  BYYEARDAY: whole(-366, 366),
  BYWEEKNO: whole(-53, 53),
  BYMONTH: whole(1, 12),
  BYSETPOS: whole(-366, 366),
  WKST: (value) => /^(MO|TU|WE|TH|FR|SA|SU)$/.test(value),
};

/** What is wrong with a rule, in one sentence; undefined where it can be followed. */
export function whatIsWrongWithRule(rule: string): string | undefined {
  if (/^FREQ=[A-Z]+;(.*;)?BY(HOUR|MINUTE|SECOND)=/.test(rule))
    return `A rule gives days; the time of day has its own field: ${example}.`;
  if (/;COUNT=/.test(rule)) return `A series that ends says on which day, in a field of its own: ${example}.`;
  const given = rule.split(";").map((part) => part.split("="));
  const names = given.map(([name = ""]) => name);
  const isRead = given.every(
    ([name = "", values, rest]) =>
      rest === undefined &&
      values !== undefined &&
      values.split(",").every((value) => ownEntry(parts, name)?.(value)),
  );
  if (!isRead || names[0] !== "FREQ" || new Set(names).size !== names.length) {
    return `“${rule.slice(0, 60)}” is not a recurrence rule of RFC 5545 that gives days; ${example}.`;
  }
  return comesRound(rule) ? undefined : `This rule never gives a day; ${example}.`;
}

/** A rule such as the 30th of February is followed for a while by the library, which then gives up. */
function comesRound(rule: string): boolean {
  try {
    return parsed(rule).next(new Date(Date.UTC(2020, 0, 1))) !== null;
  } catch {
    return false;
  }
}

function parsed(rule: string): RRuleTemporal {
  return new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${anchor}\nRRULE:${rule}` });
}
