import { createSeries } from "@/lib/meetings/commands/create-series";
import { planSeries } from "@/lib/meetings/commands/plan-series";
import { createSeriesInput, planSeriesInput } from "@/lib/meetings/series-schema";
import { boardSeries, townHallSeries } from "./calendar";
import { cancel, place, publishTheAgenda } from "./meeting-deeds";
import { must, type Scene } from "./scene";
import {
  attend,
  call,
  close,
  endMeeting,
  mark,
  open,
  publishTheMinutes,
  record,
  rewrite,
  strike,
} from "./session-deeds";
import type { Stage } from "./stage";
import { nextEvening } from "./story-next-evening";

/** The board's evenings: planned as a series, four held, one cancelled, the next one announced. */
export function evenings(stage: Stage): Scene[] {
  const [first, second, third, fourth, fifth] = stage.past;
  return [
    { when: stage.daysFrom(first, -20), play: () => planned(stage) },
    ...held(stage, first),
    ...held(stage, second),
    ...held(stage, third),
    ...skipped(stage, fourth),
    ...held(stage, fifth),
    ...theDoorbell(stage, third),
    ...published(stage, first, 1.6),
    ...published(stage, second, 0.9),
    ...published(stage, third, 0.7),
    ...nextEvening(stage),
    { when: stage.ago(0.02), play: () => townHalls(stage) },
  ];
}

async function planned({ cast, past, coming }: Stage): Promise<void> {
  must(await createSeries(cast.secretary, createSeriesInput.parse(boardSeries)));
  const count = past.length + coming.length;
  must(await planSeries(cast.secretary, planSeriesInput.parse({ series: boardSeries.key, count })));
}

/** The next town halls stand in the calendar, each a week after the board's evening. */
async function townHalls({ cast, coming }: Stage): Promise<void> {
  must(await createSeries(cast.secretary, createSeriesInput.parse(townHallSeries)));
  const input = planSeriesInput.parse({ series: townHallSeries.key, count: coming.length });
  must(await planSeries(cast.secretary, input));
}

/** What every evening has: an agenda in time, a call to order, who is there, the minutes of the last one, an end. */
function held(stage: Stage, date: string): Scene[] {
  const { cast, meeting } = stage;
  const { chair, secretary } = cast;
  const item = { section: "previous_minutes", title: "Minutes of the previous meeting", presentMinutes: 3 };
  const { title } = item;
  return [
    { when: meeting(date, -6 * 1440), play: () => place(secretary, date, item) },
    { when: meeting(date, -5 * 1440), play: () => publishTheAgenda(secretary, date) },
    { when: meeting(date, 1), play: () => call(chair, date) },
    { when: meeting(date, 2), play: () => whoIsThere(stage, date) },
    {
      when: meeting(date, 4),
      play: async () => {
        await open(chair, date, title);
        await record(secretary, date, title, [["agreed", "The minutes stand as they were published."]]);
        await close(chair, date, title);
      },
    },
    { when: meeting(date, 58), play: () => endMeeting(chair, date) },
  ];
}

/** A line that was put better, one that did not belong there, and a director who left the room for a while. */
function theDoorbell({ cast, meeting }: Stage, date: string): Scene[] {
  const { secretary, directorOne } = cast;
  const title = "Minutes of the previous meeting";
  return [
    {
      when: meeting(date, 4.5),
      play: async () => {
        await record(secretary, date, title, [
          ["note", "Somebody’s doorbell rings. It is a parcel."],
          ["action", "fix the date of the minutes"],
        ]);
        await rewrite(
          secretary,
          date,
          "fix the date",
          "> @sam fix the date in the footer of the minutes in two weeks",
        );
        await strike(secretary, date, "Somebody’s doorbell");
      },
    },
    { when: meeting(date, 30), play: () => mark(secretary, date, directorOne, "left") },
    { when: meeting(date, 36), play: () => mark(secretary, date, directorOne, "returned") },
  ];
}

async function whoIsThere({ cast, past }: Stage, date: string): Promise<void> {
  const { chair, secretary, liaison, directorOne, directorTwo, directorThree } = cast;
  const itIsMorningInHonolulu = date === past[1];
  await attend(secretary, date, [
    [chair, "present"],
    [secretary, "present"],
    [liaison, "present"],
    [directorOne, "present"],
    [directorTwo, date === past[2] ? "late" : "present"],
    [directorThree, itIsMorningInHonolulu ? "regrets" : "present"],
  ]);
}

function published({ cast, daysFrom }: Stage, date: string, days: number): Scene[] {
  return [{ when: daysFrom(date, days), play: () => publishTheMinutes(cast.secretary, date) }];
}

function skipped({ cast, daysFrom }: Stage, date: string): Scene[] {
  const reason = "Four of us are on trains or at the same conference; there would be no quorum.";
  return [{ when: daysFrom(date, -1.5), play: () => cancel(cast.chair, date, reason) }];
}
