import { beforeAll, describe, expect, it } from "vitest";
import { at, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeSeries } from "@/lib/meetings/commands/change-series";
import { createSeries } from "@/lib/meetings/commands/create-series";
import { planAhead } from "@/lib/meetings/commands/plan-ahead";
import { listSeries } from "@/lib/meetings/queries";
import { changeSeriesInput, createSeriesInput } from "@/lib/meetings/series-schema";
import { handlers } from "@/lib/outbox/handlers";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aMeeting, meetingVersionOf } from "../../factories/meetings";
import { type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

const evening = {
  ...{ name: "Board meeting", body: "board", rule: "FREQ=MONTHLY;BYDAY=2WE" },
  ...{ startsAtTime: "20:00", timeZone: "UTC" },
};

function set(key: string, more: object = {}, actor: Actor = secretary) {
  return createSeries(actor, createSeriesInput.parse({ ...evening, key, ...more }));
}

async function change(key: string, more: object, actor: Actor = secretary) {
  const series = (await listSeries()).find((each) => each.key === key);
  return changeSeries(actor, changeSeriesInput.parse({ ...series, ...more }));
}

const meetingsOf = (key: string) =>
  db.meeting.findMany({ where: { series: { key } }, orderBy: { startsAt: "asc" } });
const datesOf = async (key: string) => (await meetingsOf(key)).map(({ date }) => date);

/** Ends what a test has set up, so that the clock of the next one finds nothing to do for it. */
const over = (key: string) => change(key, { endsOn: "2000-01-01" });

describe("the meetings of a series are made ahead, by the clock", () => {
  it("as far as the setting says, once, and with the portal as who did it", async () => {
    expectDone(await at("2031-01-01T00:00:00Z", () => set("clock")));
    const created = await at("2031-01-01T00:00:00Z", planAhead);
    expect(created).toEqual([
      "2031-01-08",
      "2031-02-12",
      "2031-03-12",
      "2031-04-09",
      "2031-05-14",
      "2031-06-11",
    ]);
    expect(env().SERIES_AHEAD_DAYS).toBe(180);
    expect(await at("2031-01-01T00:00:00Z", planAhead)).toEqual([]);
    expect(await at("2031-01-20T00:00:00Z", planAhead)).toEqual(["2031-07-09"]);
    const { meetingId, ...event } = await db.event.findFirstOrThrow({
      where: { type: "meeting.created" },
      select: { actorId: true, onBehalfOf: true, meetingId: true },
    });
    expect(event).toEqual({ actorId: null, onBehalfOf: "The portal" });
    expect(meetingId).not.toBeNull();
    await over("clock");
  });

  it("each once where two servers do it at the same moment", async () => {
    expectDone(await at("2032-01-01T00:00:00Z", () => set("servers")));
    const both = await at("2032-01-01T00:00:00Z", () => Promise.all([planAhead(), planAhead()]));
    expect(both.flat().sort()).toEqual(await datesOf("servers"));
    expect(both.flat()).toHaveLength(6);
    await over("servers");
  });

  it("as soon as the series is set up, by the job that it leaves", async () => {
    expectDone(await set("job"));
    const jobs = await db.$queryRaw<{ task_identifier: string }[]>`
      SELECT task_identifier FROM graphile_worker.jobs WHERE task_identifier = 'plan_ahead'`;
    expect(jobs.length).toBeGreaterThan(0);
    // The worker's helpers are not looked at.
    await handlers.plan_ahead?.({}, undefined as never);
    expect((await datesOf("job")).length).toBeGreaterThanOrEqual(5);
    await over("job");
  });

  it("but not anew where one was cancelled, nor over one that was set by hand", async () => {
    const begin = "2033-01-01T00:00:00Z";
    expectDone(await at(begin, () => set("kept")));
    await aMeeting({ by: secretary, date: "2033-02-09" }).planned();
    const created = await at(begin, planAhead);
    expect(created).not.toContain("2033-02-09");
    const version = await meetingVersionOf("2033-01-12");
    expectDone(await cancelMeeting(board.chair, { date: "2033-01-12", version, reason: "A holiday." }));
    expect(await at(begin, planAhead)).toEqual([]);
    expect((await findAgenda(thePublic, "2033-01-12"))?.status).toBe("cancelled");
    await over("kept");
  });

  it("at the same hour of the clock on both sides of a change to daylight saving", async () => {
    const timeZone = "America/New_York";
    expectDone(await at("2034-02-01T00:00:00Z", () => set("york", { timeZone })));
    await at("2034-02-01T00:00:00Z", planAhead);
    const starts = (await meetingsOf("york")).slice(0, 3).map(({ startsAt }) => startsAt.toISOString());
    // Clocks go forward on 12 March 2034.
    expect(starts).toEqual([
      "2034-02-09T01:00:00.000Z",
      "2034-03-09T01:00:00.000Z",
      "2034-04-13T00:00:00.000Z",
    ]);
    await over("york");
  });

  it("in the night of the change itself, at the hour that there is", async () => {
    const more = {
      timeZone: "America/New_York",
      startsAtTime: "02:30",
      rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    };
    expectDone(await at("2035-02-01T00:00:00Z", () => set("night", more)));
    expect(await at("2035-02-01T00:00:00Z", planAhead)).toEqual(["2035-03-11"]);
    expect((await meetingsOf("night"))[0]?.startsAt.toISOString()).toBe("2035-03-11T07:30:00.000Z");
    await over("night");
  });

  it("on a leap day only in leap years", async () => {
    expectDone(
      await at("2035-10-01T00:00:00Z", () => set("leap", { rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29" })),
    );
    expect(await at("2035-10-01T00:00:00Z", planAhead)).toEqual(["2036-02-29"]);
    expect(await at("2036-10-01T00:00:00Z", planAhead)).toEqual([]);
    await over("leap");
  });
});

describe("a series", () => {
  it("gives its meetings their place and the link of their call, for whom it is meant", async () => {
    const where = { place: "Room 2", callLink: "https://meet.example.org/board", callFor: "signed_in" };
    expectDone(await at("2037-01-01T00:00:00Z", () => set("call", where)));
    await at("2037-01-01T00:00:00Z", planAhead);
    const [date = ""] = await datesOf("call");
    expect(await findAgenda(thePublic, date)).toMatchObject({ place: "Room 2", callLink: "" });
    expect(await findAgenda(board.ada, date)).toMatchObject({ callLink: where.callLink });
    await over("call");
  });

  it("is changed for what is not planned yet, and ends on its last day", async () => {
    const begin = "2038-01-01T00:00:00Z";
    expectDone(await at(begin, () => set("changed")));
    await at(begin, planAhead);
    expectDone(await at(begin, () => change("changed", { startsAtTime: "18:00", endsOn: "2038-08-01" })));
    await at("2038-02-01T00:00:00Z", planAhead);
    const clocks = (await meetingsOf("changed")).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));
    expect(clocks.at(-1)).toBe("2038-07-14T18:00");
    expect(clocks[0]).toBe("2038-01-13T20:00");
    expect(await at("2038-09-01T00:00:00Z", planAhead)).toEqual([]);
  });

  it("is set and changed by officers only, and never over somebody else's change", async () => {
    expect(await set("mine", {}, board.ada)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await change("changed", { name: "Mine" }, board.ada)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const results = await Promise.all([
      change("changed", { name: "One" }),
      change("changed", { name: "Two" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each([
    [{ rule: "FREQ=MONTHLY;BYDAY=2WE;UNTIL=20220101T000000Z" }, "rule", "are past"],
    [{ endsOn: "2021-01-01" }, "endsOn", "after its last one"],
  ])("with nothing to come is refused: %j", async (more, path, words) => {
    const refused = await set("never", more);
    expect(refused).toMatchObject({
      refusal: { errors: [{ path, message: expect.stringContaining(words) }] },
    });
    expect(await datesOf("never")).toEqual([]);
  });

  it("is shown with its next meeting", async () => {
    expectDone(await set("shown", { rule: "FREQ=MONTHLY;BYDAY=3TH" }));
    await planAhead();
    const shown = (await listSeries()).find(({ key }) => key === "shown");
    expect(shown?.nextDate && shown.nextDate >= now().toISOString().slice(0, 10)).toBe(true);
  });
});
