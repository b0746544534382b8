import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { instantOf, type LocalInstant } from "../local-time";
import { mayRunMeetings } from "../policy";
import { nextDates } from "../recurrence";
import type { planSeriesInput } from "../schema";
import { writeMeeting } from "../write-meeting";

/**
 * Makes the next meetings of a series that are still to come. A date that has a meeting already is left as it is,
 * so that planning again adds nothing; `created` names the dates that were new.
 */
export async function planSeries(
  actor: Actor,
  input: z.output<typeof planSeriesInput>,
): Promise<Result<{ created: string[] }>> {
  if (!mayRunMeetings(actor)) return refuse("forbidden", "Meetings are set by the chair or the secretary.");
  return transact(async (tx) => {
    const series = await lockSeries(tx, input.series);
    if (!series) return notFound("series of meetings");
    const created: string[] = [];
    const planned = datesOf(series, input.count);
    const known = await datesTaken(
      tx,
      series.id,
      planned.map(({ date }) => date),
    );
    for (const { date, instant, clockChange = null } of planned) {
      if (known.has(date)) continue;
      await writeMeeting(tx, actor, {
        ...{ date, clockChange, startsAt: instant, seriesId: series.id, seriesDate: date, place: "" },
        title: series.name,
        timeZone: series.timeZone,
        capacityMinutes: series.minutes,
      });
      created.push(date);
    }
    return done({ created });
  });
}

interface Series {
  id: number;
  name: string;
  rule: string;
  startsAtTime: string;
  timeZone: string;
  minutes: number;
}

/** Two who plan the same series at once come one after the other. */
async function lockSeries(tx: Tx, key: string): Promise<Series | null> {
  await tx.$queryRaw`SELECT 1 AS "held" FROM "MeetingSeries" WHERE "key" = ${key} FOR UPDATE`;
  return tx.meetingSeries.findUnique({
    where: { key },
    select: { id: true, name: true, rule: true, startsAtTime: true, timeZone: true, minutes: true },
  });
}

/** The next dates whose meeting has not begun: one more is asked for, since today's may be past. */
function datesOf(series: Series, count: number): (LocalInstant & { date: string })[] {
  return nextDates(series.rule, now(), series.timeZone, count + 1)
    .flatMap((date) => {
      const start = instantOf(date, series.startsAtTime, series.timeZone);
      return start.ok && start.value.instant > now() ? [{ date, ...start.value }] : [];
    })
    .slice(0, count);
}

/** Dates that have a meeting, and dates of the series whose meeting was moved elsewhere. */
async function datesTaken(tx: Tx, seriesId: number, dates: string[]): Promise<Set<string>> {
  const meetings = await tx.meeting.findMany({
    where: { OR: [{ date: { in: dates } }, { seriesId, seriesDate: { in: dates } }] },
    select: { date: true, seriesDate: true },
  });
  return new Set(meetings.flatMap(({ date, seriesDate }) => [date, ...(seriesDate ? [seriesDate] : [])]));
}
