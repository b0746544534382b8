import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { orderItems, putBefore } from "@/lib/meetings/commands/order-items";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { orderItemsInput, placeItemInput } from "@/lib/meetings/schema";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aMeeting, inDays } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 2700;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function anAgenda(...titles: string[]): Promise<{ date: string; ids: number[] }> {
  nextDay += 1;
  const { date } = await aMeeting({ by: secretary, date: inDays(nextDay) }).planned();
  const ids: number[] = [];
  for (const title of titles) {
    const input = placeItemInput.parse({ date, title, presentMinutes: 5 });
    ids.push(expectDone(await placeItem(secretary, input)).itemId);
  }
  return { date, ids };
}

const order = (
  ids: readonly number[],
  itemId: number | undefined,
  before: number | undefined,
  actor: Actor = secretary,
) => orderItems(actor, orderItemsInput.parse({ itemId, before: before ?? "", seen: ids.join(",") }));
const titlesOf = async (date: string) => (await findAgenda(thePublic, date))?.items.map(({ title }) => title);

describe("the order of an agenda", () => {
  it("is changed by putting an item before another, or at the end", async () => {
    const { date, ids } = await anAgenda("One", "Two", "Three");
    expectDone(await order(ids, ids[2], ids[0]));
    expect(await titlesOf(date)).toEqual(["Three", "One", "Two"]);
    const seen = [ids[2] ?? 0, ids[0] ?? 0, ids[1] ?? 0];
    expectDone(await order(seen, ids[2], undefined));
    expect(await titlesOf(date)).toEqual(["One", "Two", "Three"]);
  });

  it("is ordered by one of two secretaries at once; the other is told, and nothing is mixed", async () => {
    const { date, ids } = await anAgenda("One", "Two", "Three");
    const both = await Promise.all([order(ids, ids[2], ids[0]), order(ids, ids[0], undefined, board.chair)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "conflict" } });
    expect([
      ["Three", "One", "Two"],
      ["Two", "Three", "One"],
    ]).toContainEqual(await titlesOf(date));
  });

  it("is the officers', and of one section: an item of another one is no neighbour", async () => {
    const { ids } = await anAgenda("One", "Two");
    expect(await order(ids, ids[1], ids[0], await aPerson())).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await order([...ids, 1], ids[1], ids[0])).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("never loses an item and never has one twice, wherever it is put", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(50), { minLength: 1 }),
        fc.nat(60),
        fc.option(fc.nat(60)),
        (ids, one, other) => {
          const moved = ids[one % ids.length] ?? 0;
          const before = other === null ? null : (ids[other % ids.length] ?? 0);
          const result = putBefore(ids, moved, before);
          expect([...result].sort()).toEqual([...ids].sort());
          if (before !== null && before !== moved)
            expect(result.indexOf(moved)).toBe(result.indexOf(before) - 1);
        },
      ),
    );
  });
});
