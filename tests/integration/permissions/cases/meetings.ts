import { createSeries } from "@/lib/meetings/commands/create-series";
import { createSeriesInput } from "@/lib/meetings/series-schema";
import type { Cast } from "../../../factories/cast";
import { aCastMeeting, aFreeDate, anItem } from "../../../factories/cast-meetings";
import { meetingVersionOf } from "../../../factories/meetings";
import { aBody } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import type { Attempt, Cases } from "../case";
import { once } from "../once";

const theMeeting = once(async (cast) => {
  const meeting = await aCastMeeting(cast).published();
  await anItem(cast, meeting.date);
  return meeting;
});

async function readable(cast: Cast): Promise<Attempt> {
  return { at: { date: (await theMeeting(cast)).date } };
}

/** A meeting of which the agenda is not out, as somebody who looks at it now. */
async function planned(cast: Cast, body: object = {}): Promise<Attempt> {
  const { date } = await aCastMeeting(cast).planned();
  return { at: { date }, body: { version: await meetingVersionOf(date), ...body } };
}

let series = 0;
const wanted = {
  name: "Board meeting",
  rule: "FREQ=MONTHLY;BYDAY=2WE",
  startsAtTime: "20:00",
  timeZone: "UTC",
};

function nextKey(): string {
  series += 1;
  return `series-${series}`;
}

async function aSeriesOfNone(cast: Cast): Promise<string> {
  await aBody({ handle: "board", kind: "board" });
  const input = createSeriesInput.parse({ key: nextKey(), body: "board", ...wanted });
  return expectDone(await createSeries(cast.secretary, input)).key;
}

const theSeries = once(aSeriesOfNone);

export const meetingCases: Cases = {
  "GET /meetings": async (cast) => {
    await theMeeting(cast);
    return {};
  },
  "POST /meetings": async () => ({
    body: { date: aFreeDate(), time: "20:00", timeZone: "UTC", title: "Board meeting" },
  }),
  "GET /meetings/{date}": readable,
  "GET /meetings/{date}/agenda": readable,
  "GET /meetings/{date}/agenda.md": readable,
  "GET /meetings/{date}/agenda.txt": readable,
  "GET /meetings/{date}/edition": readable,
  "GET /meetings/{date}/preread": readable,
  "GET /meetings/{date}/events": readable,
  "PUT /meetings/{date}": async (cast) => {
    const newDate = aFreeDate();
    const change = { newDate, time: "20:00", title: "Board meeting", capacityMinutes: 60 };
    return planned(cast, { ...change, reason: "A holiday." });
  },
  "POST /meetings/{date}/publish": planned,
  "POST /meetings/{date}/cancel": (cast) => planned(cast, { reason: "A holiday." }),
  "POST /meetings/{date}/reply": {
    ready: async (cast) => ({ ...(await readable(cast)), body: { answer: "attends" } }),
    again: true,
  },
  "GET /series": async (cast) => {
    await theSeries(cast);
    return {};
  },
  "POST /series": async () => ({ body: { key: nextKey(), body: "board", ...wanted } }),
  "PUT /series/{key}": async (cast) => ({
    at: { key: await aSeriesOfNone(cast) },
    body: { version: 1, ...wanted, minutes: 90 },
  }),
  "POST /series/{series}/plan": {
    ready: async (cast) => ({ at: { series: await theSeries(cast) }, body: { count: 1 } }),
    again: true,
  },
};
