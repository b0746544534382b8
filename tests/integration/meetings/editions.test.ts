import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { textOfFailure } from "@/lib/db/refusals";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { reorderItem } from "@/lib/meetings/commands/reorder-item";
import { updateOutline } from "@/lib/meetings/commands/update-outline";
import { findEdition } from "@/lib/meetings/edition-queries";
import { placeItemInput } from "@/lib/meetings/schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aMeeting, inDays, meetingVersionOf } from "../../factories/meetings";
import { type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 1200;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function place(date: string, title: string, more: object = {}): Promise<number> {
  const input = placeItemInput.parse({ date, title, presentMinutes: 5, ...more });
  return expectDone(await placeItem(secretary, input)).itemId;
}

async function publish(date: string): Promise<void> {
  expectDone(await publishAgenda(secretary, { date, version: await meetingVersionOf(date) }));
}

/** A published agenda with a public and an executive item. */
async function anAgenda(): Promise<{ date: string; itemId: number }> {
  nextDay += 1;
  const { date } = await aMeeting({ by: secretary, date: inDays(nextDay) }).planned();
  const itemId = await place(date, "A quiet matter");
  await place(date, "A *starred* matter");
  await place(date, "A secret matter", { section: "executive" });
  await publish(date);
  return { date, itemId };
}

async function outline(itemId: number): Promise<void> {
  const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: itemId } });
  const parts = { what: "It is quiet.", asked: "", who: "", next: "" };
  expectDone(await updateOutline(secretary, { itemId, version, ...parts }));
}

const lateOf = async (date: string) =>
  (await findAgenda(thePublic, date))?.items.map(({ title, late }) => [title, late]);

describe("an agenda that was published", () => {
  it("stays readable as it was, whatever changes afterwards", async () => {
    const { date, itemId } = await anAgenda();
    const before = await findEdition(thePublic, date);
    await outline(itemId);
    await place(date, "A late matter");
    const after = await findEdition(thePublic, date);
    expect(after?.markdown).toBe(before?.markdown);
    expect(after?.markdown).toContain("A quiet matter");
    expect(after?.markdown).not.toContain("late matter");
    expect(after?.html).toContain("A *starred* matter");
  });

  it("keeps executive items for those who read them", async () => {
    const { date } = await anAgenda();
    const seenBy = async (actor: Actor) => (await findEdition(actor, date))?.html.includes("A secret matter");
    expect(await Promise.all([thePublic, secretary, board.chair].map(seenBy))).toEqual([false, true, true]);
  });

  it("marks what was added or changed late, until the meeting begins", async () => {
    const { date, itemId } = await anAgenda();
    expect(await lateOf(date)).toEqual([
      ["A quiet matter", null],
      ["A *starred* matter", null],
    ]);
    await outline(itemId);
    await place(date, "A late matter");
    expect(await lateOf(date)).toEqual([
      ["A quiet matter", "changed"],
      ["A *starred* matter", null],
      ["A late matter", "added"],
    ]);
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    await place(date, "Raised in the room");
    expect((await lateOf(date))?.at(-1)).toEqual(["Raised in the room", null]);
  });

  it("lists what was changed since, with an executive change for those alone who may know", async () => {
    const { date, itemId } = await anAgenda();
    expectDone(await reorderItem(secretary, { itemId, direction: "down" }));
    await place(date, "Another secret", { section: "executive" });
    const changesFor = async (actor: Actor) => (await findEdition(actor, date))?.changes.length;
    expect([await changesFor(thePublic), await changesFor(board.liaison)]).toEqual([1, 2]);
  });

  it("is not there before it is published, nor on a date without a meeting", async () => {
    nextDay += 1;
    const { date } = await aMeeting({ by: secretary, date: inDays(nextDay) }).planned();
    expect([await findEdition(secretary, date), await findEdition(secretary, "2099-01-01")]).toEqual([
      null,
      null,
    ]);
  });

  it("cannot be rewritten, by anybody", async () => {
    await anAgenda();
    const rewrite = db.$executeRaw`UPDATE "AgendaEdition" SET "publicHtml" = ''`;
    await expect(rewrite).rejects.toSatisfy((failure) => textOfFailure(failure).includes("append-only"));
  });
});
