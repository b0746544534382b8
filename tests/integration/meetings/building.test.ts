import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { changeItem } from "@/lib/meetings/commands/change-item";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { changeItemInput, placeItemInput, requestSlotInput } from "@/lib/meetings/schema";
import { listSuggestions } from "@/lib/meetings/suggestion-queries";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aMeeting, inDays } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";
import { aSession, closed, decided, said } from "../../factories/sessions";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 1800;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function aDate(capacityMinutes = 60): Promise<{ id: number; date: string }> {
  nextDay += 1;
  return aMeeting({ by: secretary, date: inDays(nextDay), capacityMinutes }).planned();
}

function place(date: string, more: object) {
  return placeItem(secretary, placeItemInput.parse({ date, title: "An item", presentMinutes: 10, ...more }));
}

const kindsFor = async (meetingId: number, actor: Actor = secretary) =>
  (await listSuggestions(actor, meetingId)).map(({ kind, title }) => [kind, title]);

describe("what waits for an agenda", () => {
  it("is an open request for time, until it is dealt with", async () => {
    const { id } = await aDate();
    const { number, author } = await aProposal({ title: "A ship of wood" }).inDiscussion();
    expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "10 + 10" })));
    expect(await kindsFor(id)).toContainEqual(["slot", "A ship of wood"]);
  });

  it("is an ACTION that is due by then, once: placing it takes it off the list", async () => {
    const { id, date } = await aDate();
    const session = await aSession({ board, date: inDays(20) }).reviewing();
    const text = "Ask the mill for planks";
    await said(secretary, session.proposal.itemId, {
      kind: "action",
      text,
      owner: `@${board.ada.handle}`,
      dueOn: inDays(40),
    });
    const [action] = (await listSuggestions(secretary, id)).filter(({ kind }) => kind === "action");
    expect(action).toMatchObject({ title: `Report: ${text}`, section: "ongoing" });
    const source = action?.source;
    expectDone(await place(date, { source }));
    expect((await kindsFor(id)).filter(([kind]) => kind === "action")).toEqual([]);
    const again = await place(date, { source });
    expect(again).toMatchObject({ refusal: { message: "This stands on the agenda already." } });
  });

  it("is a proposal that came back and was put off to that date", async () => {
    const { id, date } = await aDate();
    const session = await aSession({ board, date: inDays(21) }).reviewing();
    await decided(board.chair, session.proposal.itemId, {
      outcome: "deferred",
      text: "Next time.",
      nextMeeting: date,
    });
    await closed(board.chair, session.proposal.itemId);
    const { title } = await db.proposal.findUniqueOrThrow({ where: { number: session.proposal.number } });
    expect(await kindsFor(id)).toContainEqual(["returned", title]);
  });

  it("is told to those who make the agenda, with one query, and to nobody else", async () => {
    const { id } = await aDate();
    const facts = { queries: 0, databaseGone: false };
    await requestFacts.run(facts, () => listSuggestions(secretary, id));
    expect(facts.queries).toBe(1);
    expect([await kindsFor(id, thePublic), await kindsFor(id, board.liaison)]).toEqual([[], []]);
  });
});

describe("an item", () => {
  async function change(itemId: number, more: object, actor: Actor = secretary) {
    const { title, section, presentMinutes, qaMinutes, version } = await db.agendaItem.findUniqueOrThrow({
      where: { id: itemId },
    });
    const input = { itemId, title, section, presentMinutes, qaMinutes, version, ...more };
    return changeItem(actor, changeItemInput.parse(input));
  }

  it("is given more or less time, another title and section", async () => {
    const { date } = await aDate();
    const { itemId } = expectDone(await place(date, {}));
    expectDone(
      await change(itemId, { presentMinutes: 7, qaMinutes: 3, title: "Another", section: "consent" }),
    );
    expect((await findAgenda(thePublic, date))?.items).toMatchObject([
      { title: "Another", presentMinutes: 7, qaMinutes: 3, section: "consent" },
    ]);
  });

  it("does not grow past the meeting's time without a reason, and says by how much", async () => {
    const { date } = await aDate(30);
    const { itemId } = expectDone(await place(date, {}));
    expect(await change(itemId, { presentMinutes: 40 })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("10 minutes over") },
    });
    expectDone(await change(itemId, { presentMinutes: 40, overrideReason: "It is the budget." }));
    expectDone(await change(itemId, { presentMinutes: 35 }));
    expect((await findAgenda(thePublic, date))?.items[0]?.overrideReason).toBe("It is the budget.");
  });

  it("is changed by officers alone, once where two do it at once, and never made executive", async () => {
    const { date } = await aDate();
    const { itemId } = expectDone(await place(date, {}));
    expect(await change(itemId, { title: "Mine" }, await aPerson())).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await change(itemId, { section: "executive" })).toMatchObject({
      refusal: { errors: [{ path: "section" }] },
    });
    const both = await Promise.all([change(itemId, { title: "One" }), change(itemId, { title: "Two" })]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: itemId } });
    expect(version).toBe(1 + both.filter(({ ok }) => ok).length);
  });

  it.each([0, -1, 601])("of %i minutes is refused at its field", (presentMinutes) => {
    const read = placeItemInput.safeParse({ date: "2031-01-08", title: "An item", presentMinutes });
    expect(new Set(read.error?.issues.map(({ path }) => path[0]))).toEqual(new Set(["presentMinutes"]));
  });

  it("may be a break, which takes time and has no title of its own", async () => {
    const { date } = await aDate();
    expectDone(await place(date, { title: "", isBreak: "on", presentMinutes: 5 }));
    expect(await findAgenda(thePublic, date)).toMatchObject({
      takenMinutes: 5,
      items: [{ title: "Break", isBreak: true }],
    });
  });

  it("reports on a proposal that is under way, which stays where it is", async () => {
    const { date } = await aDate();
    const session = await aSession({ board, date: inDays(22) }).reviewing();
    await decided(board.chair, session.proposal.itemId, { outcome: "approved", text: "Yes." });
    await closed(board.chair, session.proposal.itemId);
    const { number } = session.proposal;
    expectDone(await place(date, { title: "", section: "ongoing", proposal: number }));
    expect((await db.proposal.findUniqueOrThrow({ where: { number } })).status).toBe("splitting");
  });

  it("of a withdrawn proposal cannot be placed", async () => {
    const { date } = await aDate();
    const { number, author } = await aProposal().inDiscussion();
    const version = await versionOf(number);
    expectDone(await withdrawProposal(author, { number, version, reason: "I thought again." }));
    expect(await place(date, { title: "", proposal: number, unreadyReason: "All the same." })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("closed") },
    });
  });
});
