import { now } from "@/lib/clock";
import { instantOf } from "@/lib/meetings/local-time";
import { nextDates } from "@/lib/meetings/recurrence";
import { must } from "./scene";

/** The board meets on the second Wednesday of the month, 20:00 UTC (DOMAIN 3). */
export const boardSeries = {
  key: "board",
  name: "Board meeting",
  body: "board",
  rule: "FREQ=MONTHLY;BYDAY=2WE",
  startsAtTime: "20:00",
  timeZone: "UTC",
  minutes: 60,
};

/** A week later everybody is invited to ask: no decisions, so none of the story's evenings is one. */
export const townHallSeries = {
  key: "town-hall",
  name: "Town hall",
  body: "board",
  rule: "FREQ=MONTHLY;BYDAY=3WE",
  startsAtTime: "18:00",
  timeZone: "UTC",
  minutes: 90,
  place: "On the call, for everybody",
  callLink: "https://meet.example.org/town-hall",
};

const minuteMs = 60_000;
const dayMs = 86_400_000;
const heldBefore = 5;
const stillToCome = 3;

/** The meetings that the story is told around: five that are past, and the next three. */
export interface Calendar {
  past: readonly [string, string, string, string, string];
  coming: readonly [string, string, string];
  /** A moment so many minutes after a meeting began; before it, where negative. */
  meeting(date: string, minutes: number): Date;
  /** A moment so many days after a meeting; before it, where negative. */
  daysFrom(date: string, days: number): Date;
  /** A moment so many days before today. */
  ago(days: number): Date;
}

export function storyCalendar(): Calendar {
  const today = now();
  const ago = (days: number) => new Date(today.getTime() - days * dayMs);
  const dates = nextDates(boardSeries.rule, ago(280), boardSeries.timeZone, 20);
  const past = dates.filter((date) => startOf(date) < today).slice(-heldBefore);
  const coming = dates.filter((date) => startOf(date) >= today).slice(0, stillToCome);
  return {
    past: past as unknown as Calendar["past"], // 280 days hold more than five second Wednesdays
    coming: coming as unknown as Calendar["coming"], // twenty months from then on reach past the next three
    meeting: (date, minutes) => new Date(startOf(date).getTime() + minutes * minuteMs),
    daysFrom: (date, days) => new Date(startOf(date).getTime() + days * dayMs),
    ago,
  };
}

function startOf(date: string): Date {
  return must(instantOf(date, boardSeries.startsAtTime, boardSeries.timeZone)).instant;
}
