import { beforeAll, describe, expect, it } from "vitest";
import { dayInWords } from "@/lib/calendar-date";
import { db } from "@/lib/db/client";
import { findHome } from "@/lib/home/queries";
import type { Actor } from "@/lib/workflow/actor";
import { hasRead } from "../../factories/materials";
import { aMeeting, aSlot, inDays } from "../../factories/meetings";
import { theBoard } from "../../factories/people";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const prereads = async (actor: Actor) =>
  (await findHome(actor)).moves
    .filter(({ key }) => key.startsWith("preread"))
    .map(({ sentence }) => sentence);

async function scheduledIn(days: number) {
  const { date } = await aMeeting({ by: board.chair, date: inDays(days) }).planned();
  return { date, made: await aSlot({ officer: board.chair, meeting: date }).accepted() };
}

describe("a director's home", () => {
  it("says what to read before which meeting, until it is read as it is now", async () => {
    const { date, made } = await scheduledIn(5);
    const sentence = `Read the pre-read of #${made.number} A region on CentOS Stream before ${dayInWords(date)}.`;
    expect(await prereads(board.ada)).toEqual([sentence]);
    expect(await prereads(board.secretary)).toEqual([]);
    expect(await prereads(made.author)).toEqual([]);
    await hasRead(board.ada, made.number);
    expect(await prereads(board.ada)).toEqual([]);
    expect(await prereads(board.bea)).toEqual([sentence]);
    await db.proposal.update({ where: { id: made.id }, data: { revision: { increment: 1 } } });
    expect(await prereads(board.ada)).toEqual([sentence]);
    await hasRead(board.ada, made.number);
    await hasRead(board.bea, made.number);
  });

  it("leaves what comes later for later", async () => {
    await scheduledIn(20);
    expect(await prereads(board.ada)).toEqual([]);
  });
});
