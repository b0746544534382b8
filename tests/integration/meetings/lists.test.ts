import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { updateOutline } from "@/lib/meetings/commands/update-outline";
import { listForCalendar, listMeetings, listMeetingsBetween, listMeetingYears } from "@/lib/meetings/queries";
import { placeItemInput } from "@/lib/meetings/schema";
import { thePublic } from "@/lib/workflow/actor";
import { aMeeting } from "../../factories/meetings";
import { type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let secretary: Person;

beforeAll(async () => {
  ({ secretary } = await theBoard());
  await aMeeting({ by: secretary, date: "2031-01-08" }).planned();
  await aMeeting({ by: secretary, date: "2031-02-12" }).planned();
  await aMeeting({ by: secretary, date: "2032-02-29" }).planned();
  await place("2031-01-08", "Walruses on the mirrors");
  await place("2031-02-12", "A quiet evening");
  await place("2032-02-29", "The contract of the walrus keeper", { section: "executive" });
});

async function place(date: string, title: string, more: object = {}): Promise<number> {
  const input = placeItemInput.parse({ date, title, presentMinutes: 10, ...more });
  return expectDone(await placeItem(secretary, input)).itemId;
}

const datesOf = (meetings: readonly { date: string }[]) => meetings.map(({ date }) => date);

describe("meetings by year", () => {
  it("are narrowed to the year, and each year that has one is offered", async () => {
    expect(datesOf((await listMeetings(thePublic, { year: 2031 })).items)).toEqual([
      "2031-01-08",
      "2031-02-12",
    ]);
    expect(datesOf((await listMeetings(thePublic, { year: 2032 })).items)).toEqual(["2032-02-29"]);
    expect((await listMeetings(thePublic, { year: 1999 })).items).toEqual([]);
    expect(await listMeetingYears()).toEqual([2032, 2031]);
  });

  it("of a month are found with one query, a leap day too", async () => {
    const facts = { queries: 0, databaseGone: false };
    const found = await requestFacts.run(facts, () =>
      listMeetingsBetween(thePublic, "2032-01-26", "2032-02-29"),
    );
    expect([datesOf(found), facts.queries]).toEqual([["2032-02-29"], 1]);
  });
});

describe("a search in agendas", () => {
  it("finds the meeting on whose agenda the words stand, and says on which items", async () => {
    const { items } = await listMeetings(thePublic, { q: "walrus" });
    expect(items).toMatchObject([{ date: "2031-01-08", found: ["Walruses on the mirrors"] }]);
  });

  it("reads outlines too", async () => {
    const itemId = await place("2031-02-12", "Something else");
    const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: itemId } });
    const outline = { what: "Of **penguins** and men.", asked: "", who: "", next: "" };
    expectDone(await updateOutline(secretary, { itemId, version, ...outline }));
    expect(datesOf((await listMeetings(thePublic, { q: "penguin" })).items)).toEqual(["2031-02-12"]);
  });

  it("tells nobody of an executive item but those who read it", async () => {
    expect(datesOf((await listMeetings(thePublic, { q: "walrus keeper" })).items)).toEqual([]);
    expect(datesOf((await listMeetings(secretary, { q: "walrus keeper" })).items)).toEqual(["2032-02-29"]);
  });

  it.each(["'; DROP TABLE x; --", "((", "walrus & | !", "“”", "\u0000".slice(1)])(
    "answers %j without a fault",
    async (q) => {
      expect((await listMeetings(thePublic, { q })).items.length).toBeLessThan(4);
    },
  );
});

describe("a reader's calendar", () => {
  it("holds each meeting with the items that the reader may see", async () => {
    const forAll = await listForCalendar(thePublic);
    const forOfficers = await listForCalendar(secretary, { date: "2032-02-29" });
    expect(forAll.map(({ date, items }) => [date, items.length])).toEqual([
      ["2031-01-08", 1],
      ["2031-02-12", 2],
      ["2032-02-29", 0],
    ]);
    expect(forOfficers).toMatchObject([{ items: ["The contract of the walrus keeper"] }]);
  });
});
