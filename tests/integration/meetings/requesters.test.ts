import { beforeAll, describe, expect, it } from "vitest";
import { at, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { agendaJson, agendaMarkdown, agendaText } from "@/lib/meetings/agenda-documents";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { acceptCounter } from "@/lib/meetings/commands/accept-counter";
import { acceptSlot } from "@/lib/meetings/commands/accept-slot";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeMeeting } from "@/lib/meetings/commands/change-meeting";
import { counterSlot } from "@/lib/meetings/commands/counter-slot";
import { declineSlot } from "@/lib/meetings/commands/decline-slot";
import { expireSlots } from "@/lib/meetings/commands/expire-slots";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { updateOutline } from "@/lib/meetings/commands/update-outline";
import { withdrawSlot } from "@/lib/meetings/commands/withdraw-slot";
import {
  changeMeetingInput,
  counterSlotInput,
  offerSlotInput,
  placeItemInput,
  requestSlotInput,
  updateOutlineInput,
} from "@/lib/meetings/schema";
import { listSuggestions } from "@/lib/meetings/suggestion-queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { thePublic } from "@/lib/workflow/actor";
import { aLink } from "../../factories/materials";
import { aMeeting, aSeries, aSlot, inDays, meetingVersionOf, slotVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";
import { revised } from "../../factories/revisions";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 2500;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function aDate(capacityMinutes = 60): Promise<string> {
  nextDay += 3;
  return (await aMeeting({ by: secretary, date: inDays(nextDay), capacityMinutes }).published()).date;
}

async function write(actor: Person, itemId: number, parts: object) {
  const { version } = await db.agendaItem.findUniqueOrThrow({ where: { id: itemId } });
  return updateOutline(actor, updateOutlineInput.parse({ itemId, version, ...parts }));
}

const itemOn = async (date: string, actor: Parameters<typeof findAgenda>[0] = thePublic) =>
  (await findAgenda(actor, date))?.items[0];

describe("the note of an item", () => {
  it("begins as that of the request, and is the requester's and the presenter's until the freeze", async () => {
    const date = await aDate();
    const proposal = await aProposal().inDiscussion();
    const { number, author } = proposal;
    const asked = requestSlotInput.parse({ number, minutes: "10 + 5", note: "I am on a train until 20:15." });
    expectDone(await requestSlot(author, asked));
    const offer = { number, version: await slotVersionOf(number), meeting: date, minutes: "10 + 5" };
    expectDone(
      await offerSlot(secretary, offerSlotInput.parse({ ...offer, unreadyReason: "It is urgent." })),
    );
    const { itemId } = expectDone(await acceptSlot(author, { number, version: await slotVersionOf(number) }));
    expect((await itemOn(date))?.note).toBe("I am on a train until 20:15.");
    expectDone(await write(author, itemId, { note: "I can stay until 21:00." }));
    expectDone(await write(author, itemId, { what: "Sent without a note, it stays." }));
    expect((await itemOn(date))?.note).toBe("I can stay until 21:00.");
    expect(await write(await aPerson(), itemId, { note: "Mine." })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(updateOutlineInput.safeParse({ itemId, version: 1, note: "x".repeat(2001) }).success).toBe(false);
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    expect(await write(author, itemId, { note: "Too late." })).toMatchObject({
      refusal: { code: "refused" },
    });
  });

  it("goes along where the item is carried over", async () => {
    const [first = "", second = ""] = await at("2044-01-01T00:00:00Z", () =>
      aSeries({ by: secretary, key: "noted", meetings: 2 }),
    );
    const { author, itemId } = await aSlot({ officer: secretary, meeting: first }).accepted();
    expectDone(await write(author, itemId, { note: "Ask Keiko." }));
    const version = await meetingVersionOf(first);
    expectDone(await cancelMeeting(board.chair, { date: first, version, reason: "A storm." }));
    expect(await itemOn(second)).toMatchObject({ note: "Ask Keiko.", carryCount: 1 });
  });
});

describe("materials stand under their item", () => {
  it("with the revision that they were pinned to, on the page, in Markdown, text and JSON", async () => {
    const date = await aDate();
    const made = await aSlot({ officer: secretary, meeting: date }).accepted();
    await aLink(made.author, made.number, "The *plan*");
    await revised(made, "The board asked for hosts.");
    const agenda = await findAgenda(thePublic, date);
    if (!agenda) throw new Error("it is public");
    expect(agenda.items[0]?.proposal).toMatchObject({
      revision: 2,
      materials: [{ title: "The *plan*", revision: 1, url: "https://example.org/slides", file: null }],
    });
    expect(agendaMarkdown(agenda)).toContain(
      "Slides “The \\*plan\\*”, revision 1 of 2: <https://example.org/slides>",
    );
    expect(agendaText(agenda)).toContain("Slides “The *plan*”, revision 1 of 2: https://example.org/slides");
    expect(agendaJson(agenda)).toMatchObject({
      items: [{ materials: [{ kind: "slides", revision: 1, address: "https://example.org/slides" }] }],
    });
  });

  it("of an agenda with 40 items, with all that an officer's page shows of it, in two queries", async () => {
    const date = await aDate(600);
    const { number, author } = await aSlot({ officer: secretary, meeting: date }).accepted();
    await aLink(author, number);
    for (let n = 0; n < 39; n += 1) {
      const item = { date, title: `Item ${n}`, presentMinutes: 5 };
      expectDone(await placeItem(secretary, placeItemInput.parse(item)));
    }
    const facts = { queries: 0, databaseGone: false };
    await requestFacts.run(facts, async () => {
      const agenda = await findAgenda(secretary, date);
      expect(agenda?.items).toHaveLength(40);
      await listSuggestions(secretary, agenda?.id ?? 0);
    });
    expect(facts.queries).toBe(2);
  });
});

describe("accepting an offer", () => {
  const accept = async ({ number, author }: Made, version: number) => acceptSlot(author, { number, version });

  it("for a meeting that was moved meanwhile asks to look at the new date first", async () => {
    const date = await aDate();
    const made = await aSlot({ officer: secretary, meeting: date }).offered();
    const seen = await slotVersionOf(made.number);
    const newDate = inDays(nextDay + 1);
    const moved = {
      date,
      newDate,
      time: "19:00",
      title: "Board meeting",
      capacityMinutes: 60,
      reason: "A holiday.",
    };
    const version = await meetingVersionOf(date);
    expectDone(await changeMeeting(secretary, changeMeetingInput.parse({ ...moved, version })));
    expect(await accept(made, seen)).toMatchObject({ refusal: { code: "conflict" } });
    expectDone(await accept(made, await slotVersionOf(made.number)));
    expect((await itemOn(newDate))?.proposal?.number).toBe(made.number);
  });

  it("for a meeting that was cancelled, or has begun, says so; the requester is told of the cancelling", async () => {
    const [cancelled, begun] = [await aDate(), await aDate()];
    const [one, two] = [
      await aSlot({ officer: secretary, meeting: cancelled }).offered(),
      await aSlot({ officer: secretary, meeting: begun }).offered(),
    ];
    const version = await meetingVersionOf(cancelled);
    expectDone(await cancelMeeting(board.chair, { date: cancelled, version, reason: "A storm." }));
    expectDone(await callToOrder(board.chair, { date: begun, version: await meetingVersionOf(begun) }));
    expect(await accept(one, await slotVersionOf(one.number))).toMatchObject({
      refusal: { message: expect.stringContaining("is cancelled; choose one") },
    });
    expect(await accept(two, await slotVersionOf(two.number))).toMatchObject({
      refusal: { message: expect.stringContaining("is in session; choose one") },
    });
    const event = await db.event.findFirstOrThrow({
      where: { type: "meeting.cancelled" },
      orderBy: { id: "desc" },
    });
    await tellOfEvent(event.id);
    const told = await db.notice.findMany({
      where: { personId: one.author.personId },
      orderBy: { id: "desc" },
    });
    expect(told[0]?.sentence).toMatch(/^Board meeting of \d+ \w+ \d{4} is cancelled: A storm\.$/);
  });
});

describe("the negotiation as a race", () => {
  const moves = {
    accept: async ({ number, author }: Made, version: number) => acceptSlot(author, { number, version }),
    counter: async ({ number, author }: Made, version: number, meeting: string) =>
      counterSlot(author, counterSlotInput.parse({ number, version, meeting, minutes: "5 + 5" })),
    accept_counter: async ({ number }: Made, version: number) =>
      acceptCounter(board.chair, { number, version, overrideReason: "", unreadyReason: "It is urgent." }),
    decline: async ({ number }: Made, version: number) =>
      declineSlot(secretary, { number, version, reason: "Not this time." }),
    decline_offer: async ({ number, author }: Made, version: number) =>
      declineSlot(author, { number, version, reason: "Not this time." }),
    withdraw: async ({ number, author }: Made, version: number) =>
      withdrawSlot(author, { number, version, reason: "" }),
    offer: async ({ number }: Made, version: number, meeting: string) =>
      offerSlot(
        secretary,
        offerSlotInput.parse({ number, version, meeting, minutes: "5 + 0", unreadyReason: "It is urgent." }),
      ),
    expire: async ({ number }: Made) => {
      await expireSlots();
      const { status } = await db.slotRequest.findFirstOrThrow({ where: { proposal: { number } } });
      return { ok: status === "expired" };
    },
  } as const;
  type Move = keyof typeof moves;

  const after: Record<"offered" | "countered", Move[]> = {
    offered: ["accept", "counter", "decline_offer", "withdraw", "offer", "expire"],
    countered: ["accept_counter", "decline", "withdraw", "offer", "expire"],
  };
  const pairs = Object.entries(after).flatMap(([status, names]) =>
    names.flatMap((one, place) => names.slice(place + 1).map((other) => [status, one, other] as const)),
  );

  it.each(pairs)(
    "%s: of %s and %s at once, one is made, with its event, and never both",
    async (status, one, other) => {
      const meeting = await aDate();
      const made = await aSlot({ officer: secretary, meeting }).offered();
      if (status === "countered")
        expectDone(await moves.counter(made, await slotVersionOf(made.number), meeting));
      const version = await slotVersionOf(made.number);
      const slot = await db.slotRequest.findFirstOrThrow({ where: { proposal: { number: made.number } } });
      const count = () => db.event.count({ where: { subject: "slot_request", subjectId: slot.id } });
      const before = await count();
      const results = await at(new Date(now().getTime() + 14.1 * 86_400_000), () =>
        Promise.all([one, other].map((name) => moves[name](made, version, meeting))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await count()).toBe(before + 1);
      const { status: ended } = await db.slotRequest.findUniqueOrThrow({ where: { id: slot.id } });
      const live = await db.agendaItem.count({
        where: { proposal: { number: made.number }, status: "planned" },
      });
      expect(live).toBe(ended === "accepted" ? 1 : 0);
    },
  );
});
