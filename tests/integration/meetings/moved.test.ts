import { beforeAll, describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { planSeries } from "@/lib/meetings/commands/plan-series";
import { replyToMeeting } from "@/lib/meetings/commands/reply-to-meeting";
import { changeMeetingInput } from "@/lib/meetings/schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aMeeting, aSeries, aSlot, inDays, meetingVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 900;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function aDate(): Promise<string> {
  nextDay += 10;
  return (await aMeeting({ by: secretary, date: inDays(nextDay) }).published()).date;
}

async function change(date: string, more: object, actor: Actor = secretary, version?: number) {
  const input = changeMeetingInput.parse({
    ...{ date, newDate: date, time: "20:00", title: "Board meeting", capacityMinutes: 60 },
    version: version ?? (await meetingVersionOf(date)),
    ...more,
  });
  return changeMeeting(actor, input);
}

describe("a meeting that is moved", () => {
  it("takes its agenda along, and its old address leads to it", async () => {
    const date = await aDate();
    const { number } = await aSlot({ officer: secretary, meeting: date }).accepted();
    const newDate = inDays(nextDay + 1);
    expectDone(await change(date, { newDate, time: "18:30", reason: "A holiday in half of our countries." }));
    for (const address of [date, newDate]) {
      const agenda = await findAgenda(thePublic, address);
      expect(agenda).toMatchObject({ date: newDate, startsAt: new Date(`${newDate}T18:30:00Z`) });
      expect(agenda?.items.map(({ proposal }) => proposal?.number)).toEqual([number]);
    }
  });

  it("asks anew who comes", async () => {
    const date = await aDate();
    expectDone(await replyToMeeting(board.chair, { date, answer: "attends" }));
    const newDate = inDays(nextDay + 1);
    expectDone(await change(date, { newDate, reason: "The room is taken." }));
    expect((await findAgenda(board.chair, newDate))?.reply).toBeNull();
  });

  it("stays that date of its series: planning again makes no second one", async () => {
    const plan = () => planSeries(secretary, { series: "moved", count: 2 });
    const [first = ""] = await at("2041-01-01T00:00:00Z", () =>
      aSeries({ by: secretary, key: "moved", meetings: 2 }),
    );
    expect(first).toBe("2041-01-09");
    expectDone(await change(first, { newDate: "2041-01-10", reason: "A storm." }));
    expect(expectDone(await at("2041-01-01T00:00:00Z", plan)).created).toEqual([]);
    expect(await findAgenda(thePublic, "2041-01-09")).toMatchObject({
      date: "2041-01-10",
      seriesDate: first,
    });
  });

  it("may come back to where it was", async () => {
    const date = await aDate();
    const away = inDays(nextDay + 1);
    expectDone(await change(date, { newDate: away, reason: "Away." }));
    expectDone(await change(away, { newDate: date, reason: "And back." }));
    expect((await findAgenda(thePublic, away))?.date).toBe(date);
    const { formerDates } = await db.meeting.findUniqueOrThrow({ where: { date } });
    expect(formerDates).toEqual([away]);
  });

  it("leaves the date to another meeting, which then is found there", async () => {
    const date = await aDate();
    expectDone(await change(date, { newDate: inDays(nextDay + 1), reason: "Away." }));
    const other = await aMeeting({ by: secretary, date }).planned();
    expect((await findAgenda(thePublic, date))?.id).toBe(other.id);
  });
});

describe("a meeting is not moved", () => {
  it("without a reason, into the past, onto another one, or by somebody else", async () => {
    const [date, taken] = [await aDate(), await aDate()];
    const newDate = inDays(nextDay + 1);
    expect(await change(date, { newDate })).toMatchObject({ refusal: { errors: [{ path: "reason" }] } });
    expect(await change(date, { newDate: "2021-09-08", reason: "Once." })).toMatchObject({
      refusal: { errors: [{ path: "newDate" }] },
    });
    expect(await change(date, { newDate: taken, reason: "Together." })).toMatchObject({
      refusal: { code: "conflict", message: "There already is a meeting on this date." },
    });
    expect(await change(date, { newDate, reason: "Mine." }, await aPerson())).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });

  it("once it has begun", async () => {
    const date = await aDate();
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    expect(await change(date, { title: "Another" })).toMatchObject({ refusal: { code: "refused" } });
  });

  it("twice, where two officers do it at once", async () => {
    const date = await aDate();
    const version = await meetingVersionOf(date);
    const results = await Promise.all([
      change(date, { newDate: inDays(nextDay + 1), reason: "Later." }, secretary, version),
      change(date, { newDate: inDays(nextDay + 2), reason: "Later still." }, board.chair, version),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("where only its title or its length change; no reason is asked then", async () => {
    const date = await aDate();
    expectDone(await replyToMeeting(board.chair, { date, answer: "attends" }));
    expectDone(await change(date, { title: "Town hall", capacityMinutes: 90 }));
    expect(await findAgenda(board.chair, date)).toMatchObject({ title: "Town hall", reply: "attends" });
  });
});

describe("the link of the call", () => {
  it("is shown to whom it is meant for", async () => {
    const date = await aDate();
    const { author } = await aSlot({ officer: secretary, meeting: date }).accepted();
    const someone = await aPerson();
    const seenBy = async (actor: Actor) => (await findAgenda(actor, date))?.callLink !== "";
    const callLink = "https://meet.example.org/board";
    const expected = {
      everybody: [true, true, true, true],
      signed_in: [false, true, true, true],
      participants: [false, false, true, true],
    } as const;
    for (const [callFor, seen] of Object.entries(expected)) {
      expectDone(await change(date, { callLink, callFor }));
      const readers = [thePublic, someone, author, board.liaison];
      expect([callFor, ...(await Promise.all(readers.map(seenBy)))]).toEqual([callFor, ...seen]);
    }
  });

  it.each(["javascript:alert(1)", "meet.example.org", "https://", "file:///etc/passwd", "https:\\\\evil"])(
    "cannot be %s",
    (callLink) => {
      const input = {
        date: "2031-01-08",
        newDate: "2031-01-08",
        version: 1,
        time: "20:00",
        title: "A",
        capacityMinutes: 60,
      };
      const read = changeMeetingInput.safeParse({ ...input, callLink });
      expect(read.error?.issues.map(({ path }) => path[0])).toEqual(["callLink"]);
    },
  );
});
