import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { instantOf, type LocalInstant, localDate } from "./local-time";
import { datesWithin, nextDates } from "./recurrence";
import type { callAudiences } from "./schema";
import { writeMeeting } from "./write-meeting";

/** A series of meetings, locked by whoever plans from it. */
export interface HeldSeries {
  id: number;
  key: string;
  name: string;
  rule: string;
  startsAtTime: string;
  timeZone: string;
  minutes: number;
  place: string;
  callLink: string;
  callFor: keyof typeof callAudiences;
  endsOn: string | null;
  version: number;
}

/** Two who plan or change the same series at once come one after the other. Null where there is none. */
export async function holdSeries(tx: Tx, key: string): Promise<HeldSeries | null> {
  await tx.$queryRaw`SELECT 1 AS "held" FROM "MeetingSeries" WHERE "key" = ${key} FOR UPDATE`;
  return tx.meetingSeries.findUnique({ where: { key } });
}

type Planned = LocalInstant & { date: string };

/** The next dates of a series whose meeting has not begun: one more is asked for, since today's may be past. */
export function nextMeetings(series: HeldSeries, count: number): Planned[] {
  return startsOf(series, nextDates(series.rule, now(), series.timeZone, count + 1)).slice(0, count);
}

/** As many as a daily series has in a year: what one who sets too much ahead gets at once. */
const mostAtOnce = 366;

/** The dates of a series from now on, as far ahead as told, whose meeting has not begun. */
export function meetingsWithin(series: HeldSeries, days: number): Planned[] {
  const until = new Date(now().getTime() + days * 86_400_000);
  const span = { from: localDate(now(), series.timeZone), to: localDate(until, series.timeZone) };
  return startsOf(series, datesWithin(series.rule, span, mostAtOnce));
}

function startsOf({ startsAtTime, timeZone, endsOn }: HeldSeries, dates: string[]): Planned[] {
  return dates
    .filter((date) => endsOn === null || date <= endsOn)
    .flatMap((date) => {
      const start = instantOf(date, startsAtTime, timeZone);
      return start.ok && start.value.instant > now() ? [{ date, ...start.value }] : [];
    });
}

/**
 * Writes the meetings that are not there yet, each with its event, in the caller's transaction. A date that has a
 * meeting stays as it is, also where it was cancelled, and so does one whose meeting was moved elsewhere: planning
 * again adds nothing. Says which dates were new.
 */
export async function writeMissing(
  tx: Tx,
  actor: Actor,
  series: HeldSeries,
  planned: readonly Planned[],
): Promise<string[]> {
  const { name: title, timeZone, minutes: capacityMinutes, place, callLink, callFor } = series;
  const dates = planned.map(({ date }) => date);
  const known = await datesTaken(tx, series.id, dates);
  for (const { date, instant, clockChange = null } of planned) {
    if (known.has(date)) continue;
    await writeMeeting(tx, actor, {
      ...{ date, clockChange, startsAt: instant, seriesId: series.id, seriesDate: date },
      ...{ title, timeZone, capacityMinutes, place, callLink, callFor },
    });
  }
  return dates.filter((date) => !known.has(date));
}

/** Dates that have a meeting, and dates of the series whose meeting was moved elsewhere. */
async function datesTaken(tx: Tx, seriesId: number, dates: string[]): Promise<Set<string>> {
  const meetings = await tx.meeting.findMany({
    where: { OR: [{ date: { in: dates } }, { seriesId, seriesDate: { in: dates } }] },
    select: { date: true, seriesDate: true },
  });
  return new Set(meetings.flatMap(({ date, seriesDate }) => [date, ...(seriesDate ? [seriesDate] : [])]));
}
