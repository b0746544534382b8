import { beforeAll, describe, expect, it } from "vitest";
import { at, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { acceptSlot } from "@/lib/meetings/commands/accept-slot";
import { expireSlots } from "@/lib/meetings/commands/expire-slots";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { requestSlotInput } from "@/lib/meetings/schema";
import { findBoardState, listSlotQueue } from "@/lib/meetings/slot-queries";
import { findProposalHead } from "@/lib/proposals/queries";
import { aMeeting, aSlot, inDays, slotVersionOf } from "../../factories/meetings";
import { type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

let secretary: Person;
let nextDay = 2100;

beforeAll(async () => {
  ({ secretary } = await theBoard());
});

async function aDate(): Promise<string> {
  nextDay += 1;
  return (await aMeeting({ by: secretary, date: inDays(nextDay) }).published()).date;
}

const later = (days: number) => new Date(now().getTime() + days * 86_400_000);
const statusOf = async (number: number) =>
  (await db.slotRequest.findFirstOrThrow({ where: { proposal: { number } }, orderBy: { id: "desc" } }))
    .status;

describe("an offer that nobody answers", () => {
  it("expires after the days of the setting, once, and time can be asked for again", async () => {
    const { number, author } = await aSlot({ officer: secretary, meeting: await aDate() }).offered();
    expect(await at(later(13.9), expireSlots)).toBe(0);
    expect(await at(later(14.1), expireSlots)).toBe(1);
    expect(await at(later(14.1), expireSlots)).toBe(0);
    expect(await statusOf(number)).toBe("expired");
    expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "5" })));
    expect(await statusOf(number)).toBe("requested");
  });

  it("shows when it will", async () => {
    const { number, author } = await aSlot({ officer: secretary, meeting: await aDate() }).offered();
    const head = await findProposalHead(author, number);
    if (!head) throw new Error("its author sees it");
    const { slot } = await findBoardState(author, head);
    expect(slot?.expiresAt?.getTime()).toBeGreaterThan(later(13.9).getTime());
    expectDone(await acceptSlot(author, { number, version: await slotVersionOf(number) }));
  });

  it("is accepted or expires where both happen at once, never both", async () => {
    const { number, author } = await aSlot({ officer: secretary, meeting: await aDate() }).offered();
    const version = await slotVersionOf(number);
    const [accepted] = await at(later(14.1), () =>
      Promise.all([acceptSlot(author, { number, version }), expireSlots()]),
    );
    expect(await statusOf(number)).toBe(accepted.ok ? "accepted" : "expired");
    const live = await db.agendaItem.count({ where: { proposal: { number }, status: "planned" } });
    expect(live).toBe(accepted.ok ? 1 : 0);
  });
});

describe("a request whose latest date is past", () => {
  it("expires too; one without a date waits", async () => {
    const [dated, patient] = [await aProposal().inDiscussion(), await aProposal().inDiscussion()];
    const ask = (number: number, more: object) => requestSlotInput.parse({ number, minutes: "5", ...more });
    expectDone(await requestSlot(dated.author, ask(dated.number, { latestOn: inDays(3) })));
    expectDone(await requestSlot(patient.author, ask(patient.number, {})));
    await at(later(5), expireSlots);
    expect([await statusOf(dated.number), await statusOf(patient.number)]).toEqual(["expired", "requested"]);
  });
});

describe("the queue", () => {
  it("tells the officers the dates and what has to be minded", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const constraints = "After 21:00 UTC; Keiko has to be there.";
    const asked = { number, minutes: "10 + 5", earliestOn: inDays(10), constraints };
    expectDone(await requestSlot(author, requestSlotInput.parse(asked)));
    const line = (await listSlotQueue(secretary)).find((each) => each.number === number);
    expect(line).toMatchObject({ constraints, earliestOn: inDays(10), latestOn: null, offeredOn: null });
  });
});
