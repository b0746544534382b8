import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { placeItemInput } from "@/lib/meetings/schema";
import { adjournInput, fieldOfAdjournForm, readAdjournForm } from "@/lib/meetings/session-schema";
import { aMeeting, aSeries, aSlot, inDays, meetingVersionOf } from "../../factories/meetings";
import { theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { statusOf } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let series = 0;
beforeAll(async () => {
  board = await theBoard();
});

/** A meeting of a series in session, with three items that it never comes to, and a later one set by hand. */
async function inSession() {
  series += 1;
  const rule = `FREQ=MONTHLY;BYDAY=${series}WE`;
  const [date = "", next = ""] = await aSeries({
    by: board.secretary,
    key: `ends-${series}`,
    rule,
    meetings: 2,
  });
  const special = await aMeeting({ by: board.secretary, date: inDays(400 + series) }).planned();
  const proposal = await aSlot({ officer: board.secretary, meeting: date }).accepted();
  const place = async (item: object) =>
    expectDone(await placeItem(board.secretary, placeItemInput.parse({ date, presentMinutes: 3, ...item })))
      .itemId;
  const report = await place({ section: "ongoing", title: "A report" });
  const pause = await place({ section: "ongoing", isBreak: true });
  expectDone(await publishAgenda(board.secretary, { date, version: await meetingVersionOf(date) }));
  expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
  return { date, next, special: special.date, proposal, report, pause };
}

async function ended(date: string, fields: Record<string, string> = {}) {
  const values = { date, version: String(await meetingVersionOf(date)), followUp: "", ...fields };
  return adjourn(board.chair, adjournInput.parse(readAdjournForm(values)));
}

const itemsOf = (date: string) =>
  db.agendaItem.findMany({
    where: { meeting: { date } },
    orderBy: { id: "asc" },
    select: { title: true, status: true, carryCount: true },
  });

describe("what a meeting did not come to", () => {
  it("goes to the next meeting unless something else is chosen, and breaks go nowhere", async () => {
    const { date, next, proposal } = await inSession();
    expect(expectDone(await ended(date))).toMatchObject({ carried: 2 });
    expect(await itemsOf(next)).toMatchObject([
      { status: "planned", carryCount: 1 },
      { title: "A report", carryCount: 1 },
    ]);
    expect(await statusOf(proposal)).toMatchObject({ status: "scheduled" });
    expect((await itemsOf(date)).map(({ status }) => status)).toEqual(["carried", "carried", "withdrawn"]);
  });

  it("goes to another meeting, or off the agenda for a reason, item by item", async () => {
    const { date, next, special, proposal, report } = await inSession();
    const fields = {
      [`to.${proposal.itemId}`]: "off",
      [`reason.${proposal.itemId}`]: "The author is on leave until spring.",
      [`to.${report}`]: special,
    };
    expect(expectDone(await ended(date, fields))).toMatchObject({ carried: 1 });
    expect(await itemsOf(special)).toMatchObject([{ title: "A report", status: "planned" }]);
    expect(await itemsOf(next)).toEqual([]);
    expect(await statusOf(proposal)).toMatchObject({ status: "discussion", carryCount: 0 });
    const event = await db.event.findFirstOrThrow({
      where: { type: "agenda_item.withdrawn", proposalId: proposal.id },
    });
    expect(event.data).toMatchObject({ reason: "The author is on leave until spring." });
  });

  it("stays where it is when a choice is not possible, and the field says what would be", async () => {
    const { date, proposal } = await inSession();
    const field = `to.${proposal.itemId}`;
    expect(await ended(date, { [field]: "off" })).toMatchObject({
      refusal: { errors: [{ path: `reason.${proposal.itemId}` }] },
    });
    for (const to of [date, "2031-01-01"]) {
      expect(await ended(date, { [field]: to })).toMatchObject({ refusal: { errors: [{ path: field }] } });
    }
    expect(await statusOf(proposal)).toMatchObject({ status: "scheduled", carryCount: 0 });
    expect(await db.meeting.findUnique({ where: { date } })).toMatchObject({ status: "in_session" });
  });

  it("is chosen in a form whose errors stand at their fields", () => {
    const values = { "to.7": "next", "to.9": "2031-02-30" };
    const parsed = adjournInput.safeParse(readAdjournForm({ date: "2031-01-08", version: "1", ...values }));
    const [issue] = parsed.error?.issues ?? [];
    expect(fieldOfAdjournForm(issue?.path.join(".") ?? "", values)).toBe("to.9");
  });
});
