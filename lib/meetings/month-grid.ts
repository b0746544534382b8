import { Temporal } from "temporal-polyfill";

export interface MonthDay {
  /** YYYY-MM-DD. */
  date: string;
  day: number;
  /** Whether it belongs to the month itself, and not to the week's rest before or after it. */
  isOfMonth: boolean;
}

export interface Month {
  /** YYYY-MM. */
  key: string;
  weeks: MonthDay[][];
  /** The months beside it, as keys. */
  before: string;
  after: string;
}

const firstYear = 1970;
const lastYear = 2199;

/** A month as whole weeks from Monday to Sunday (ISO 8601). `key` is one that `readMonth` gave. */
export function monthOf(key: string): Month {
  const month = Temporal.PlainYearMonth.from(key);
  const first = month.toPlainDate({ day: 1 });
  const start = first.subtract({ days: first.dayOfWeek - 1 });
  const days = Math.ceil((first.dayOfWeek - 1 + month.daysInMonth) / 7) * 7;
  const dates = Array.from({ length: days }, (_, count) => start.add({ days: count }));
  return {
    key,
    weeks: Array.from({ length: days / 7 }, (_, week) =>
      dates.slice(week * 7, week * 7 + 7).map((date) => ({
        date: date.toString(),
        day: date.day,
        isOfMonth: date.month === month.month,
      })),
    ),
    before: month.subtract({ months: 1 }).toString(),
    after: month.add({ months: 1 }).toString(),
  };
}

/** The month that an address names, or else the one of this instant (UTC). */
export function readMonth(text: unknown, today: Date): string {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(typeof text === "string" ? text : "") ?? [];
  const isInRange = Number(year) >= firstYear && Number(year) <= lastYear;
  return year && month && isInRange ? `${year}-${month}` : today.toISOString().slice(0, 7);
}
