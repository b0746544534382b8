import { beforeAll, describe, expect, it } from "vitest";
import { requestFacts } from "@/lib/db/request-facts";
import { markRead } from "@/lib/materials/commands/mark-read";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { prereadMarkdown } from "@/lib/meetings/preread-document";
import { findPreread, unreadOf } from "@/lib/meetings/preread-queries";
import { placeItemInput } from "@/lib/meetings/schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aMeeting, aSlot, inDays } from "../../factories/meetings";
import { type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 2400;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

/** A meeting with two proposals, an item of its own and an executive one. */
async function aPack(): Promise<{ date: string; numbers: [number, number] }> {
  nextDay += 1;
  const { date } = await aMeeting({ by: secretary, date: inDays(nextDay), capacityMinutes: 90 }).published();
  const one = await aSlot({ officer: secretary, meeting: date }).accepted();
  const other = await aSlot({ officer: secretary, meeting: date }).accepted();
  const place = (more: object) =>
    placeItem(secretary, placeItemInput.parse({ date, presentMinutes: 5, ...more }));
  expectDone(await place({ title: "Any other business" }));
  expectDone(await place({ title: "A secret", section: "executive" }));
  return { date, numbers: [one.number, other.number] };
}

async function packFor(actor: Actor, date: string) {
  const pack = await findPreread(actor, date);
  if (!pack) throw new Error("a meeting is set on it");
  return pack;
}

describe("the pre-read", () => {
  it("is one page with all items in the order of the agenda, read by one query", async () => {
    const { date, numbers } = await aPack();
    const facts = { queries: 0, databaseGone: false };
    const pack = await requestFacts.run(facts, () => packFor(thePublic, date));
    expect(facts.queries).toBe(1);
    expect(pack.items.map(({ proposal, title }) => proposal?.number ?? title)).toEqual([
      ...numbers,
      "Any other business",
    ]);
    const [first] = pack.items;
    expect(first?.proposal?.asks.length).toBeGreaterThan(0);
    expect(first?.proposal?.sections.length).toBeGreaterThan(0);
    expect(first?.proposal?.words).toBeGreaterThan(5);
  });

  it("shows executive items to those alone who read them, and in the file alike", async () => {
    const { date } = await aPack();
    const seenBy = async (actor: Actor) => prereadMarkdown(await packFor(actor, date)).includes("A secret");
    expect([await seenBy(thePublic), await seenBy(board.liaison)]).toEqual([false, true]);
  });

  it("walks what a director has not read, until it has changed again", async () => {
    const { date, numbers } = await aPack();
    const left = async () =>
      unreadOf((await packFor(board.liaison, date)).items).map((item) => item.proposal?.number);
    expect(await left()).toEqual(numbers);
    expectDone(await markRead(board.liaison, { proposal: numbers[0] }));
    expect(await left()).toEqual([numbers[1]]);
    expect(unreadOf((await packFor(board.ada, date)).items)).toHaveLength(2);
  });

  it("is weighed on the agenda for those who read ahead, and for nobody else", async () => {
    const { date, numbers } = await aPack();
    expectDone(await markRead(board.liaison, { proposal: numbers[0] }));
    const loadFor = async (actor: Actor) =>
      (await findAgenda(actor, date))?.items.flatMap(({ proposal }) =>
        proposal ? [[proposal.words !== null, proposal.isRead]] : [],
      );
    expect(await loadFor(board.liaison)).toEqual([
      [true, true],
      [true, false],
    ]);
    expect(await loadFor(thePublic)).toEqual([
      [false, false],
      [false, false],
    ]);
  });

  it("of a date without a meeting is not there", async () => {
    expect(await findPreread(secretary, "2099-01-01")).toBeNull();
  });
});
