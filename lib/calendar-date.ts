import { z } from "zod";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const example = "give a date such as 2021-10-13";

/** The UTC day of an instant as YYYY-MM-DD; days of the portal are UTC days (DOMAIN 5, "times are stored in UTC"). */
export function isoDate(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** A day as sentences say it: "14 October 2026". What is no day comes back as it is. */
export function dayInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const monthName = monthNames[Number(month) - 1];
  return monthName ? `${Number(day)} ${monthName} ${year}` : date;
}

/** What is wrong with a calendar date, in one sentence; undefined where it is a day of the calendar. */
export function whatIsWrongWithDate(text: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return `“${text.slice(0, 40)}” is not a date; ${example}.`;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1970 || year > 2199) return `The year ${year} is out of range; ${example}.`;
  const monthName = monthNames[month - 1];
  if (!monthName) return `There is no month ${month}; ${example}.`;
  if (day < 1 || day > daysIn(year, month)) {
    const where = month === 2 && day === 29 ? `${monthName} ${year}` : monthName;
    return `${day} ${where} does not exist; ${example}.`;
  }
  return undefined;
}

/** A day of the calendar as YYYY-MM-DD; a day that does not exist is refused, never moved to the next month. */
export const calendarDate = z
  .string({ error: `A date is missing; ${example}.` })
  .trim()
  .superRefine((text, context) => {
    const message = whatIsWrongWithDate(text);
    if (message) context.addIssue({ code: "custom", message });
  });

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
