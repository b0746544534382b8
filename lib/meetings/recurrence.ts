import { RRuleTemporal } from "rrule-temporal";
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

/** What is wrong with a rule, in one sentence; undefined where it can be followed. */
export function whatIsWrongWithRule(rule: string): string | undefined {
  const example = "give one such as FREQ=MONTHLY;BYDAY=2WE (the second Wednesday of each month)";
  if (!/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/.test(rule)) {
    return `“${rule.slice(0, 60)}” is not a recurrence rule of RFC 5545; ${example}.`;
  }
  if (/BY(HOUR|MINUTE|SECOND)=/.test(rule))
    return `A rule gives days; the time of day has its own field: ${example}.`;
  try {
    return parsed(rule).next(new Date(Date.UTC(2020, 0, 1)))
      ? undefined
      : `This rule gives no date; ${example}.`;
  } catch {
    return `This rule cannot be read; ${example}.`;
  }
}

function parsed(rule: string): RRuleTemporal {
  return new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${anchor}\nRRULE:${rule}` });
}
