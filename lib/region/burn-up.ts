import { isoDate } from "../calendar-date";
import type { FactsAt, RegionPast } from "./past";
import { measureRegion } from "./readiness";

/** How ready a region was at the end of a UTC day, or is now. */
export interface BurnUpPoint {
  /** 2026-11-29. */
  day: string;
  /** The instant that it speaks of, in milliseconds. */
  at: number;
  percent: number;
  accepted: number;
  total: number;
}

const dayMs = 86_400_000;
/** More points than these are no better to look at, and each is a sum over the whole region. */
const mostPoints = 80;

/**
 * The readiness by date, each recomputed from what was true then: at the end of every day on which something happened
 * that counts, from the region's opening until now. Of a very long past the last such day of each week, or of four.
 */
export function burnUp(past: RegionPast, factsAt: FactsAt, now: number): BurnUpPoint[] {
  return daysOf(past, now).map((day) => {
    const at = Math.min(Date.parse(`${day}T00:00:00Z`) + dayMs - 1, now);
    const { percent, states } = measureRegion(factsAt(at));
    const accepted = states.filter((state) => state === "accepted").length;
    return { day, at, percent, accepted, total: states.length };
  });
}

/** The days on which the readiness can have changed, in order, with the first and the last day there is. */
export function daysOf(past: RegionPast, now: number): string[] {
  const instants = [past.createdAt, now, ...instantsOf(past)];
  const days = new Set(
    instants.filter((at) => at >= past.createdAt).map((at) => isoDate(new Date(Math.min(at, now)))),
  );
  const inOrder = [...days].sort();
  for (const step of [1, 7, 28]) {
    const thinned = lastOfEach(inOrder, step);
    if (thinned.length <= mostPoints) return thinned;
  }
  return inOrder.slice(-mostPoints);
}

function instantsOf({ editions, spans, tickets, evidence, incidents, changes }: RegionPast): number[] {
  return [
    ...[...editions, ...changes].map(({ at }) => at),
    ...spans.flatMap(({ since, until }) => [since, until ?? since]),
    ...tickets.map(({ createdAt }) => createdAt),
    ...evidence.flatMap(({ createdAt, validUntil }) => [
      createdAt,
      ...(validUntil ? [dayAfter(validUntil)] : []),
    ]),
    ...incidents.flatMap(({ affected }) => affected.flatMap(({ since, until }) => [since, until ?? since])),
  ];
}

/** From this instant on evidence with that last day is expired. */
function dayAfter(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + dayMs;
}

/** The last of the days in each span of so many, and the first day of all. */
function lastOfEach(days: readonly string[], step: number): string[] {
  const spanOf = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs / step);
  return days.filter((day, place) => {
    const next = days[place + 1];
    return place === 0 || next === undefined || spanOf(next) !== spanOf(day);
  });
}
