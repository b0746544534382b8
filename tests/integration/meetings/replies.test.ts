import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { handOverItem } from "@/lib/meetings/commands/hand-over-item";
import { replyToMeeting } from "@/lib/meetings/commands/reply-to-meeting";
import { findSession } from "@/lib/meetings/session-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aMeeting, aSlot, inDays, meetingVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 700;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function aDate(): Promise<string> {
  nextDay += 1;
  return (await aMeeting({ by: secretary, date: inDays(nextDay) }).published()).date;
}

const answersOf = async (date: string) =>
  (await findAgenda(thePublic, date))?.seats.flatMap(({ answer }) => answer ?? []);

describe("attendance ahead", () => {
  it("is said in one click, and the last word counts", async () => {
    const date = await aDate();
    expectDone(await replyToMeeting(board.chair, { date, answer: "attends" }));
    expectDone(await replyToMeeting(board.liaison, { date, answer: "attends" }));
    expectDone(await replyToMeeting(board.liaison, { date, answer: "regrets" }));
    expect((await answersOf(date))?.sort()).toEqual(["attends", "regrets"]);
    expect((await findAgenda(board.liaison, date))?.reply).toBe("regrets");
    expect((await findAgenda(thePublic, date))?.reply).toBeNull();
  });

  it("said twice at once is one reply", async () => {
    const date = await aDate();
    const reply = () => replyToMeeting(board.chair, { date, answer: "attends" });
    for (const result of await Promise.all([reply(), reply(), reply()])) expectDone(result);
    expect(await answersOf(date)).toEqual(["attends"]);
    const events = await db.event.count({ where: { type: "meeting.replied", meeting: { date } } });
    expect(events).toBe(1);
  });

  it("of a guest counts for no quorum", async () => {
    const date = await aDate();
    const guest = await aPerson();
    expectDone(await replyToMeeting(guest, { date, answer: "attends" }));
    expect(await answersOf(date)).toEqual([]);
    expect((await findAgenda(guest, date))?.reply).toBe("attends");
  });

  it("is refused for whoever is not signed in, and once the meeting has begun", async () => {
    const date = await aDate();
    expect(await replyToMeeting(thePublic, { date, answer: "attends" })).toMatchObject({
      refusal: { code: "signed_out" },
    });
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    expect(await replyToMeeting(board.chair, { date, answer: "attends" })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("who came is what its attendance says") },
    });
  });

  it("brings regrets into the session's attendance form", async () => {
    const date = await aDate();
    expectDone(await replyToMeeting(board.liaison, { date, answer: "regrets" }));
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    const session = await findSession(secretary, date);
    expect(session?.roster.find(({ handle }) => handle === board.liaison.handle)?.reply).toBe("regrets");
  });
});

describe("who presents", () => {
  it("is handed over by the requester to somebody who comes, who is then named on the agenda", async () => {
    const date = await aDate();
    const { itemId, author } = await aSlot({ officer: secretary, meeting: date }).accepted();
    const proxy = await aPerson();
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: itemId } });
    expectDone(await handOverItem(author, { itemId, version, presenter: proxy.handle }));
    const item = (await findAgenda(thePublic, date))?.items.find(({ id }) => id === itemId);
    expect(item?.presenter?.handle).toBe(proxy.handle);
  });

  it("is changed once, where two name somebody at once", async () => {
    const date = await aDate();
    const { itemId, author } = await aSlot({ officer: secretary, meeting: date }).accepted();
    const [one, other] = [await aPerson(), await aPerson()];
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: itemId } });
    const results = await Promise.all([
      handOverItem(author, { itemId, version, presenter: one.handle }),
      handOverItem(secretary, { itemId, version, presenter: other.handle }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("is not changed by others, nor to nobody, nor once the meeting has begun", async () => {
    const date = await aDate();
    const { itemId, author } = await aSlot({ officer: secretary, meeting: date }).accepted();
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: itemId } });
    const handOver = (actor: Person, presenter: string) =>
      handOverItem(actor, { itemId, version, presenter });
    expect(await handOver(await aPerson(), author.handle)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await handOver(author, "@nobody-at-all")).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "presenter" }] },
    });
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    expect(await handOver(author, secretary.handle)).toMatchObject({ refusal: { code: "refused" } });
  });
});
