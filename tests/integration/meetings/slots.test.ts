import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { acceptCounter } from "@/lib/meetings/commands/accept-counter";
import { acceptSlot } from "@/lib/meetings/commands/accept-slot";
import { counterSlot } from "@/lib/meetings/commands/counter-slot";
import { declineSlot } from "@/lib/meetings/commands/decline-slot";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { withdrawItem } from "@/lib/meetings/commands/withdraw-item";
import { withdrawSlot } from "@/lib/meetings/commands/withdraw-slot";
import { counterSlotInput, offerSlotInput, requestSlotInput } from "@/lib/meetings/schema";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import type { Result } from "@/lib/result";
import { aMeeting, aSlot, inDays, slotVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";

let secretary: Person;
let chair: Person;
let nextDay = 10;

beforeAll(async () => {
  ({ secretary, chair } = await theBoard());
});

/** Each test has a meeting of its own. */
async function meetingOf(capacityMinutes = 60): Promise<string> {
  nextDay += 1;
  return (await aMeeting({ by: secretary, date: inDays(nextDay), capacityMinutes }).published()).date;
}

const ask = (number: number, minutes = "10 to 15") => requestSlotInput.parse({ number, minutes });

async function terms(number: number, meeting: string, minutes: string, more: object = {}) {
  return { number, version: await slotVersionOf(number), meeting, minutes, ...more };
}

const statusOf = async (number: number) =>
  (await db.proposal.findUniqueOrThrow({ where: { number }, select: { status: true } })).status;

const itemsOf = (date: string) =>
  db.agendaItem.findMany({
    where: { meeting: { date }, status: { in: ["planned", "open", "done"] } },
    orderBy: { position: "asc" },
  });

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

describe("a slot that was asked for, offered and accepted", () => {
  it("puts the proposal on the agenda with its presenter and schedules it", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aSlot({ officer: secretary, meeting }).accepted();
    const [item] = await itemsOf(meeting);
    expect(item).toMatchObject({
      section: "presentations",
      presenterId: author.personId,
      presentMinutes: 10,
      qaMinutes: 10,
      outline: {},
      overrideReason: null,
    });
    expect(await statusOf(number)).toBe("scheduled");
  });

  it("asks for 10 minutes and 5 for questions when 10 to 15 are asked for", async () => {
    const { number, author } = await aProposal().inDiscussion();
    expectDone(await requestSlot(author, ask(number)));
    const slot = await db.slotRequest.findFirst({ where: { proposal: { number } } });
    expect(slot).toMatchObject({ presentMinutes: 10, qaMinutes: 5, status: "requested" });
  });

  it("goes through a counter-offer that an officer accepts", async () => {
    const [first, second] = [await meetingOf(), await meetingOf()];
    const { number, author } = await aSlot({ officer: secretary, meeting: first }).offered();
    const counter = counterSlotInput.parse(await terms(number, second, "15 + 5", { note: "I am away." }));
    expectDone(await counterSlot(author, counter));
    expectDone(
      await acceptCounter(chair, {
        number,
        version: await slotVersionOf(number),
        overrideReason: "",
        unreadyReason: "We want to hear it.",
      }),
    );
    expect(await itemsOf(first)).toHaveLength(0);
    expect((await itemsOf(second))[0]).toMatchObject({ presentMinutes: 15, qaMinutes: 5 });
  });

  it("can be followed by a new request once the item is taken off the agenda", async () => {
    const meeting = await meetingOf();
    const { number, author, itemId } = await aSlot({ officer: secretary, meeting }).accepted();
    expectDone(await withdrawItem(author, { itemId, version: 1, reason: "Not ready yet." }));
    expect(await statusOf(number)).toBe("discussion");
    expectDone(await requestSlot(author, ask(number)));
  });

  it("leaves the agenda with its proposal when that is withdrawn", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aSlot({ officer: secretary, meeting }).accepted();
    const version = await versionOf(number);
    expectDone(await withdrawProposal(author, { number, version, reason: "Done elsewhere." }));
    expect(await itemsOf(meeting)).toHaveLength(0);
  });

  it("ends with the proposal while it is still negotiated", async () => {
    const { number, author } = await aSlot({ officer: secretary, meeting: await meetingOf() }).offered();
    const version = await versionOf(number);
    expectDone(await withdrawProposal(author, { number, version, reason: "Done elsewhere." }));
    const slot = await db.slotRequest.findFirst({ where: { proposal: { number } } });
    expect(slot?.status).toBe("withdrawn");
  });
});

describe("a slot is refused", () => {
  it("to somebody who is not the requester", async () => {
    const { number } = await aProposal().inDiscussion();
    expect(refusalOf(await requestSlot(await aPerson(), ask(number)))).toMatchObject({ code: "forbidden" });
  });

  it("as if the proposal did not exist, while it is a draft of somebody else", async () => {
    const { number } = await aProposal().draft();
    expect(refusalOf(await requestSlot(await aPerson(), ask(number))).code).toBe("not_found");
  });

  it("before the proposal is published", async () => {
    const { number, author } = await aProposal().draft();
    expect(refusalOf(await requestSlot(author, ask(number))).message).toContain("in discussion");
  });

  it("when it is offered by somebody who is no officer", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aProposal().inDiscussion();
    expectDone(await requestSlot(author, ask(number)));
    const offer = offerSlotInput.parse(await terms(number, meeting, "10 + 10"));
    expect(refusalOf(await offerSlot(author, offer)).code).toBe("forbidden");
  });

  it("when an officer accepts the offer in the requester's place", async () => {
    const { number } = await aSlot({ officer: secretary, meeting: await meetingOf() }).offered();
    const version = await slotVersionOf(number);
    expect(refusalOf(await acceptSlot(secretary, { number, version })).code).toBe("forbidden");
  });

  it("on a meeting that nobody has set", async () => {
    const { number, author } = await aProposal().inDiscussion();
    expectDone(await requestSlot(author, ask(number)));
    const offer = offerSlotInput.parse(await terms(number, "2150-01-01", "10 + 10"));
    expect(refusalOf(await offerSlot(secretary, offer)).code).toBe("not_found");
  });

  it("with by how many minutes the agenda would be too long", async () => {
    const meeting = await meetingOf(25);
    await aSlot({ officer: secretary, meeting, minutes: "10 + 2" }).accepted();
    const { number, author } = await aProposal().inDiscussion();
    expectDone(await requestSlot(author, ask(number)));
    const offer = offerSlotInput.parse(await terms(number, meeting, "10 + 10"));
    expect(refusalOf(await offerSlot(secretary, offer)).message).toContain("7 minutes over");
  });

  it("after it was declined, with what happened", async () => {
    const { number, author } = await aSlot({ officer: secretary, meeting: await meetingOf() }).offered();
    const version = await slotVersionOf(number);
    expectDone(await declineSlot(author, { number, version, reason: "I cannot come." }));
    expect(refusalOf(await acceptSlot(author, { number, version }))).toMatchObject({ code: "conflict" });
  });

  it("when the offer changed since the requester saw it", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aSlot({ officer: secretary, meeting }).offered();
    const seen = await slotVersionOf(number);
    const offer = offerSlotInput.parse(
      await terms(number, meeting, "5 + 0", { unreadyReason: "We want to hear it." }),
    );
    expectDone(await offerSlot(chair, offer));
    expect(refusalOf(await acceptSlot(author, { number, version: seen })).code).toBe("conflict");
    expect(await itemsOf(meeting)).toHaveLength(0);
    expect(await statusOf(number)).toBe("discussion");
  });
});

describe("an agenda that is too long", () => {
  it("is accepted with an override, whose reason stands on the item and in the history", async () => {
    const meeting = await meetingOf(15);
    const overrideReason = "The board agreed to stay longer.";
    const { number } = await aSlot({ officer: secretary, meeting, overrideReason }).accepted();
    const [item] = await itemsOf(meeting);
    expect(item?.overrideReason).toBe(overrideReason);
    const event = await db.event.findFirstOrThrow({
      where: { proposal: { number }, type: "agenda_item.planned" },
      select: { data: true },
    });
    expect(event.data).toMatchObject({ overrideReason, overMinutes: 5 });
  });

  it("does not keep an override that was not needed", async () => {
    const meeting = await meetingOf();
    await aSlot({ officer: secretary, meeting, overrideReason: "In case." }).accepted();
    expect((await itemsOf(meeting))[0]?.overrideReason).toBeNull();
  });

  it("does not tell a requester how long executive items take", async () => {
    const meeting = await meetingOf(30);
    const { number, author } = await aSlot({ officer: secretary, meeting }).offered();
    const secret = await aProposal({ by: chair, executive: true }).inDiscussion();
    await aSlot({ officer: secretary, meeting, proposal: secret }).accepted();
    const refusal = refusalOf(await acceptSlot(author, { number, version: await slotVersionOf(number) }));
    expect(refusal.message).toContain("no room");
    expect(refusal.message).not.toMatch(/\d+ minutes? over/);
  });
});

describe("two at once", () => {
  it("accepting the same offer: one places the item, the other is told", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aSlot({ officer: secretary, meeting }).offered();
    const version = await slotVersionOf(number);
    const results = await Promise.all([
      acceptSlot(author, { number, version }),
      acceptSlot(author, { number, version }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const [lost] = results.filter((result) => !result.ok);
    expect(lost && refusalOf(lost)).toMatchObject({ code: "conflict" });
    expect(await itemsOf(meeting)).toHaveLength(1);
  });

  it("asking for time: one request is open, the other is told", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const results = await Promise.all([requestSlot(author, ask(number)), requestSlot(author, ask(number))]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const [lost] = results.filter((result) => !result.ok);
    expect(lost && refusalOf(lost).message).toContain("already has an open request");
  });

  it("racing for the last minutes: both never fit", async () => {
    const meeting = await meetingOf(30);
    const offers = [];
    for (let i = 0; i < 4; i += 1) offers.push(await aSlot({ officer: secretary, meeting }).offered());
    const versions = await Promise.all(offers.map(({ number }) => slotVersionOf(number)));
    const results = await Promise.all(
      offers.map(({ number, author }, i) => acceptSlot(author, { number, version: versions[i] ?? 0 })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const lost of results.filter((result) => !result.ok)) {
      expect(refusalOf(lost).message).toContain("10 minutes over");
    }
    const items = await itemsOf(meeting);
    expect(items.reduce((sum, item) => sum + item.presentMinutes + item.qaMinutes, 0)).toBe(20);
  });

  it("withdrawing the request and accepting its offer: only one of them happens", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aSlot({ officer: secretary, meeting }).offered();
    const version = await slotVersionOf(number);
    const [accepted, withdrawn] = await Promise.all([
      acceptSlot(author, { number, version }),
      withdrawSlot(author, { number, version, reason: "" }),
    ]);
    expect([accepted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
    expect(await itemsOf(meeting)).toHaveLength(accepted.ok ? 1 : 0);
    expect(await statusOf(number)).toBe(accepted.ok ? "scheduled" : "discussion");
  });

  it("withdrawing the proposal and accepting its slot: nothing stays on the agenda of a closed one", async () => {
    const meeting = await meetingOf();
    const { number, author } = await aSlot({ officer: secretary, meeting }).offered();
    const [version, slotVersion] = [await versionOf(number), await slotVersionOf(number)];
    await Promise.all([
      acceptSlot(author, { number, version: slotVersion }),
      withdrawProposal(author, { number, version, reason: "Done elsewhere." }),
    ]);
    const status = await statusOf(number);
    expect(["scheduled", "closed"]).toContain(status);
    expect(await itemsOf(meeting)).toHaveLength(status === "scheduled" ? 1 : 0);
  });
});
