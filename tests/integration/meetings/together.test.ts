import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { adoptTogether } from "@/lib/meetings/commands/adopt-together";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { pullItem } from "@/lib/meetings/commands/pull-item";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { placeItemInput } from "@/lib/meetings/schema";
import { findSession } from "@/lib/meetings/session-queries";
import { attendanceInput } from "@/lib/meetings/session-schema";
import type { TogetherSection } from "@/lib/meetings/together";
import { aMeeting, inDays, meetingVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 1500;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function aDate(): Promise<string> {
  nextDay += 1;
  return (await aMeeting({ by: secretary, date: inDays(nextDay) }).published()).date;
}

async function place(date: string, section: TogetherSection, more: object): Promise<number> {
  const given = { date, section, presentMinutes: 1, unreadyReason: "A formality.", ...more };
  return expectDone(await placeItem(secretary, placeItemInput.parse(given))).itemId;
}

async function begin(date: string): Promise<void> {
  expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
  const people = [board.chair, board.liaison].map(({ handle }) => ({ handle, state: "present" }));
  expectDone(await recordAttendance(secretary, attendanceInput.parse({ date, people })));
}

const itemOf = (id: number) => db.agendaItem.findUniqueOrThrow({ where: { id }, include: { lines: true } });
const proposalOf = (number: number) =>
  db.proposal.findUniqueOrThrow({ where: { number }, include: { decisions: true } });

describe("consent", () => {
  it("adopts together what nobody pulled; what was pulled is talked about", async () => {
    const date = await aDate();
    const [thanks, calendar, motto] = [
      await place(date, "consent", { title: "Thank the volunteers" }),
      await place(date, "consent", { title: "Approve the calendar" }),
      await place(date, "consent", { title: "A new motto" }),
    ];
    expectDone(await pullItem(board.liaison, { itemId: motto, reason: "It rhymes." }));
    await begin(date);
    expect(expectDone(await adoptTogether(board.chair, { date, section: "consent" })).items).toBe(2);
    for (const id of [thanks, calendar]) {
      expect(await itemOf(id)).toMatchObject({ status: "done", lines: [{ kind: "agreed" }] });
    }
    expect(await itemOf(motto)).toMatchObject({
      status: "planned",
      section: "new",
      pulledFrom: "consent",
      pulledReason: "It rhymes.",
    });
  });

  it("approves the proposal of a consent item, on the record as lazy consensus", async () => {
    const date = await aDate();
    const { number } = await aProposal().inDiscussion();
    await place(date, "consent", { proposal: number });
    await begin(date);
    expectDone(await adoptTogether(board.chair, { date, section: "consent" }));
    expect(await proposalOf(number)).toMatchObject({
      status: "splitting",
      decisions: [{ outcome: "approved", method: "lazy_consensus" }],
    });
  });

  it("is pulled with or without a reason, by directors alone, up to the moment of adoption", async () => {
    const date = await aDate();
    const [first, second] = [
      await place(date, "consent", { title: "One" }),
      await place(date, "consent", { title: "Two" }),
    ];
    expect(await pullItem(await aPerson(), { itemId: first, reason: "" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await pullItem(secretary, { itemId: first, reason: "" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    await begin(date);
    expectDone(await pullItem(board.liaison, { itemId: first, reason: "" }));
    expect(await pullItem(board.chair, { itemId: first, reason: "" })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("talked about anyway") },
    });
    expectDone(await adoptTogether(board.chair, { date, section: "consent" }));
    expect(await pullItem(board.liaison, { itemId: second, reason: "" })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("too late") },
    });
  });

  it("and a pull at the same moment end in one of two ways, never in between", async () => {
    const date = await aDate();
    const itemId = await place(date, "consent", { title: "A race" });
    await begin(date);
    const [pulled, adopted] = await Promise.all([
      pullItem(board.liaison, { itemId, reason: "Wait." }),
      adoptTogether(board.chair, { date, section: "consent" }),
    ]);
    expect([pulled.ok, adopted.ok].sort()).toEqual([false, true]);
    const item = await itemOf(itemId);
    expect([item.status, item.section]).toEqual(pulled.ok ? ["planned", "new"] : ["done", "consent"]);
  });

  it("is the chair's to adopt, in a session with attendance, and only where something stands there", async () => {
    const date = await aDate();
    await place(date, "consent", { title: "One" });
    const adopt = (actor: Person) => adoptTogether(actor, { date, section: "consent" });
    expect(await adopt(board.chair)).toMatchObject({
      refusal: { message: expect.stringContaining("in session") },
    });
    await begin(date);
    expect(await adopt(secretary)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await adopt(board.chair));
    expect(await adopt(board.chair)).toMatchObject({
      refusal: { message: "Nothing stands in this section any more." },
    });
  });
});

describe("to close if nobody objects", () => {
  it("closes all but the one that somebody objected to", async () => {
    const date = await aDate();
    const [quiet, loved] = [await aProposal().inDiscussion(), await aProposal().inDiscussion()];
    await place(date, "to_close", { proposal: quiet.number });
    const itemId = await place(date, "to_close", { proposal: loved.number });
    expectDone(await pullItem(board.liaison, { itemId, reason: "I mean to take it on." }));
    await begin(date);
    expectDone(await adoptTogether(board.chair, { date, section: "to_close" }));
    expect(await proposalOf(quiet.number)).toMatchObject({ status: "closed", closedAs: "no_follow_up" });
    expect(await proposalOf(loved.number)).toMatchObject({ status: "discussion" });
  });

  it("is refused for a proposal that cannot be closed", async () => {
    const date = await aDate();
    const { number } = await aProposal().inDiscussion();
    await place(date, "consent", { proposal: number });
    const again = placeItemInput.parse({ date, section: "to_close", proposal: number, presentMinutes: 1 });
    expect(await placeItem(secretary, again)).toMatchObject({ refusal: { code: "refused" } });
  });
});

describe("what the pages offer", () => {
  it("is to pull for directors, and to deal with a section together for the chair in session", async () => {
    const date = await aDate();
    await place(date, "consent", { title: "One" });
    const mayPull = async (actor: Person) =>
      (await findAgenda(actor, date))?.items.map((item) => item.mayPull);
    expect([await mayPull(board.liaison), await mayPull(secretary)]).toEqual([[true], [false]]);
    const together = async (actor: Person) => (await findSession(actor, date))?.together;
    expect(await together(board.chair)).toEqual([]);
    await begin(date);
    expect([await together(board.chair), await together(secretary)]).toEqual([
      [{ section: "consent", items: 1 }],
      [],
    ]);
  });
});
