import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { agendaMarkdown, agendaText } from "@/lib/meetings/agenda-documents";
import { type AgendaItemShown, findAgenda } from "@/lib/meetings/agenda-queries";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { changeItem } from "@/lib/meetings/commands/change-item";
import { createMeeting } from "@/lib/meetings/commands/create-meeting";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { planSeries } from "@/lib/meetings/commands/plan-series";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { reorderItem } from "@/lib/meetings/commands/reorder-item";
import { updateOutline } from "@/lib/meetings/commands/update-outline";
import { withdrawItem } from "@/lib/meetings/commands/withdraw-item";
import { mayReadItem } from "@/lib/meetings/policy";
import { findNextMeeting, listMeetings } from "@/lib/meetings/queries";
import { changeItemInput, createMeetingInput, placeItemInput } from "@/lib/meetings/schema";
import { findBoardState, listSlotQueue } from "@/lib/meetings/slot-queries";
import { slotInWords } from "@/lib/meetings/slot-words";
import { findProposalHead } from "@/lib/proposals/queries";
import type { Result } from "@/lib/result";
import { thePublic } from "@/lib/workflow/actor";
import { aCoAuthor } from "../../factories/asks";
import { aMeeting, aSeries, aSlot, inDays, meetingVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let secretary: Person;
let nextDay = 400;

beforeAll(async () => {
  board = await theBoard();
  ({ secretary } = board);
});

async function meetingOf(capacityMinutes = 60): Promise<string> {
  nextDay += 1;
  return (await aMeeting({ by: secretary, date: inDays(nextDay), capacityMinutes }).planned()).date;
}

function place(date: string, title: string, more: object = {}) {
  return placeItem(secretary, placeItemInput.parse({ date, title, presentMinutes: 10, ...more }));
}

function change(item: AgendaItemShown, more: object) {
  const { id: itemId, version, section, title } = item;
  return changeItem(secretary, changeItemInput.parse({ itemId, version, section, title, ...more }));
}

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function titlesOf(date: string, actor: Parameters<typeof findAgenda>[0] = secretary) {
  return (await findAgenda(actor, date))?.items.map((item) => item.title);
}

const statusOf = async (number: number) =>
  (await db.proposal.findUniqueOrThrow({ where: { number }, select: { status: true } })).status;

describe("a series", () => {
  it("plans its next meetings once, however often it is planned", async () => {
    const plan = () => planSeries(secretary, { series: "once", count: 4 });
    const dates = await at("2021-09-01T00:00:00Z", () =>
      aSeries({ by: secretary, key: "once", meetings: 3 }),
    );
    expect(dates).toEqual(["2021-09-08", "2021-10-13", "2021-11-10"]);
    expect(expectDone(await at("2021-09-01T00:00:00Z", plan)).created).toEqual(["2021-12-08"]);
  });

  it("keeps its clock over a change to daylight saving", async () => {
    // In 2032 clocks go forward in New York on 14 March, between the two meetings.
    await at("2032-03-01T00:00:00Z", () =>
      aSeries({ by: secretary, key: "new-york", timeZone: "America/New_York", meetings: 2 }),
    );
    const meetings = await db.meeting.findMany({
      where: { series: { key: "new-york" } },
      orderBy: { startsAt: "asc" },
      select: { date: true, startsAt: true },
    });
    expect(meetings.map(({ date, startsAt }) => [date, startsAt.toISOString()])).toEqual([
      ["2032-03-10", "2032-03-11T01:00:00.000Z"],
      ["2032-04-14", "2032-04-15T00:00:00.000Z"],
    ]);
  });

  it("skips today's meeting once it has begun", async () => {
    const dates = await at("2032-09-08T20:30:00Z", () =>
      aSeries({ by: secretary, key: "begun", meetings: 1 }),
    );
    expect(dates).toEqual(["2032-10-13"]);
  });

  it("planned by two at once has each meeting once", async () => {
    await at("2035-01-01T00:00:00Z", () => aSeries({ by: secretary, key: "twice", meetings: 1 }));
    const plan = () => at("2035-01-01T00:00:00Z", () => planSeries(secretary, { series: "twice", count: 3 }));
    const results = await Promise.all([plan(), plan()]);
    expect(results.flatMap((result) => (result.ok ? result.value.created : []))).toHaveLength(2);
  });

  it("is not planned by somebody who is no officer", async () => {
    expect(refusalOf(await planSeries(board.ada, { series: "once", count: 1 })).code).toBe("forbidden");
  });
});

describe("a meeting that is set by hand", () => {
  const wish = { title: "Extra meeting", time: "20:00", timeZone: "UTC" };

  it.each([
    ["2031-02-29", "29 February 2031 does not exist"],
    ["2031-13-01", "There is no month 13"],
    ["tomorrow", "is not a date"],
  ])("is refused on %s", (date, sentence) => {
    const parsed = createMeetingInput.safeParse({ ...wish, date });
    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(sentence);
  });

  it("says which instant was taken on a night with a clock change", async () => {
    const skipped = { ...wish, date: "2033-03-13", time: "02:30", timeZone: "America/New_York" };
    const made = expectDone(await createMeeting(secretary, createMeetingInput.parse(skipped)));
    expect(made).toEqual({ date: "2033-03-13", clockChange: "skipped" });
    const { startsAt } = await db.meeting.findUniqueOrThrow({ where: { date: "2033-03-13" } });
    expect(startsAt.toISOString()).toBe("2033-03-13T07:30:00.000Z");
  });

  it("is refused on a date that has one, and in the past", async () => {
    const date = await meetingOf();
    const again = createMeetingInput.parse({ ...wish, date });
    expect(refusalOf(await createMeeting(secretary, again)).message).toContain("already is a meeting");
    const past = createMeetingInput.parse({ ...wish, date: "2019-01-09" });
    expect(refusalOf(await createMeeting(secretary, past)).code).toBe("invalid");
  });

  it("is published once, by one of two who try at the same time", async () => {
    const date = await meetingOf();
    const version = await meetingVersionOf(date);
    const results = await Promise.all([
      publishAgenda(secretary, { date, version }),
      publishAgenda(board.chair, { date, version }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe("an item", () => {
  it("is placed by officers only, and with by how many minutes it does not fit", async () => {
    const date = await meetingOf(15);
    expectDone(await place(date, "Previous minutes", { section: "previous_minutes" }));
    expect(refusalOf(await place(date, "News", { presentMinutes: 12 })).message).toContain("7 minutes over");
    const input = placeItemInput.parse({ date, title: "Mine", presentMinutes: 1 });
    expect(refusalOf(await placeItem(board.ada, input)).code).toBe("forbidden");
  });

  it("is moved up and down within its section, and no further", async () => {
    const date = await meetingOf();
    const ids: number[] = [];
    for (const title of ["One", "Two", "Three"]) ids.push(expectDone(await place(date, title)).itemId);
    const [first = 0, , third = 0] = ids;
    expectDone(await reorderItem(secretary, { itemId: third, direction: "up" }));
    expect(await titlesOf(date)).toEqual(["One", "Three", "Two"]);
    expectDone(await reorderItem(secretary, { itemId: first, direction: "down" }));
    expect(await titlesOf(date)).toEqual(["Three", "One", "Two"]);
    const further = await reorderItem(secretary, { itemId: third, direction: "up" });
    expect(refusalOf(further).message).toContain("first of its section");
    expect(refusalOf(await reorderItem(board.ada, { itemId: first, direction: "up" })).code).toBe(
      "forbidden",
    );
  });

  it("keeps the outline that its requester wrote, rendered", async () => {
    const date = await meetingOf();
    const { author, itemId } = await aSlot({ officer: secretary, meeting: date }).accepted();
    const outline = { what: "A **region**.", asked: "", who: "<script>alert(1)</script>", next: "We start." };
    expectDone(await updateOutline(author, { itemId, version: 1, ...outline }));
    const [item] = (await findAgenda(thePublic, date))?.items ?? [];
    expect(item?.outline.what?.html).toContain("<strong>region</strong>");
    expect(item?.outline.who?.html).not.toContain("<script");
    const stale = await updateOutline(author, { itemId, version: 1, ...outline });
    expect(refusalOf(stale).code).toBe("conflict");
    const stranger = await updateOutline(await aPerson(), { itemId, version: 2, ...outline });
    expect(refusalOf(stranger).code).toBe("forbidden");
  });

  it("never makes an agenda too long without an override, whatever is placed, changed, moved and taken off", async () => {
    const deed = fc.record({
      kind: fc.constantFrom("place", "override", "change", "stretch", "move", "remove"),
      minutes: fc.integer({ min: 1, max: 25 }),
      which: fc.nat(9),
    });
    const capacity = 30;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 11 }), async (deeds) => {
        const date = await meetingOf(capacity);
        let taken = 0;
        for (const { kind, minutes: presentMinutes, which } of deeds) {
          const items = (await findAgenda(secretary, date))?.items ?? [];
          const item = items[which % Math.max(items.length, 1)];
          if (kind === "place") await place(date, "An item", { presentMinutes });
          if (kind === "override") await place(date, "Urgent", { presentMinutes, overrideReason: "Urgent." });
          if (kind === "move" && item)
            await reorderItem(secretary, { itemId: item.id, direction: which % 2 ? "up" : "down" });
          if (kind === "remove" && item)
            await withdrawItem(secretary, { itemId: item.id, version: item.version, reason: "Not now." });
          if ((kind === "change" || kind === "stretch") && item)
            await change(item, {
              presentMinutes,
              overrideReason: kind === "stretch" ? "It is worth it." : "",
            });
          const after = await findAgenda(secretary, date);
          const sum = (after?.items ?? []).reduce((all, each) => all + each.presentMinutes, 0);
          expect(after?.takenMinutes).toBe(sum);
          if (sum > capacity && sum > taken) expect(["override", "stretch"]).toContain(kind);
          if (kind === "move") expect(sum).toBe(taken);
          taken = sum;
        }
      }),
      { numRuns: 8 },
    );
  });

  it("races with others for the last minutes: two never fit", async () => {
    const date = await meetingOf(30);
    const titles = ["One", "Two", "Three", "Four"];
    const results = await Promise.all(titles.map((title) => place(date, title, { presentMinutes: 20 })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await findAgenda(secretary, date))?.takenMinutes).toBe(20);
  });
});

describe("a cancelled meeting", () => {
  const reason = "The call does not work.";
  const twoMeetings = (year: number, key: string) =>
    at(`${year}-01-01T00:00:00Z`, () => aSeries({ by: secretary, key, meetings: 2 }));

  it("hands its items on to the next of its series, counted as carried", async () => {
    const [first = "", second = ""] = await twoMeetings(2036, "carry");
    const { number, itemId } = await aSlot({ officer: secretary, meeting: first }).accepted();
    const version = await meetingVersionOf(first);
    const done = expectDone(await cancelMeeting(board.chair, { date: first, version, reason }));
    expect(done).toEqual({ date: first, movedTo: second, items: 1 });
    const item = await db.agendaItem.findFirstOrThrow({ where: { carriedFromId: itemId } });
    expect(item).toMatchObject({ status: "planned", carryCount: 1, presentMinutes: 10, qaMinutes: 10 });
    expect(await statusOf(number)).toBe("scheduled");
    const old = await findAgenda(thePublic, first);
    expect([old?.cancelReason, old?.carried[0]?.carriedTo]).toEqual([reason, second]);
  });

  it("records the override where the next agenda is too long with its items", async () => {
    const [first = "", second = ""] = await twoMeetings(2037, "tight");
    expectDone(await place(second, "A long one", { presentMinutes: 55 }));
    const { itemId } = expectDone(await place(first, "A short one"));
    const version = await meetingVersionOf(first);
    expectDone(await cancelMeeting(board.chair, { date: first, version, reason }));
    const item = await db.agendaItem.findFirstOrThrow({ where: { carriedFromId: itemId } });
    expect(item.overrideReason).toBe(`Carried over from ${first}: ${reason}`);
  });

  it("returns its proposals to discussion where no meeting follows", async () => {
    const date = await meetingOf();
    const { number } = await aSlot({ officer: secretary, meeting: date }).accepted();
    const version = await meetingVersionOf(date);
    expectDone(await cancelMeeting(secretary, { date, version, reason }));
    expect(await statusOf(number)).toBe("discussion");
    expect(refusalOf(await place(date, "Too late")).message).toContain("cancelled");
  });
});

describe("an executive item", () => {
  it("does not exist for the public: not on the page, not in the sums, not in the text", async () => {
    const date = await meetingOf();
    expectDone(await place(date, "Open to all"));
    expectDone(await place(date, "Behind closed doors", { section: "executive" }));
    expect(await titlesOf(date, secretary)).toEqual(["Open to all", "Behind closed doors"]);
    for (const actor of [thePublic, await aPerson()]) {
      const agenda = await findAgenda(actor, date);
      if (!agenda) throw new Error("the meeting is public");
      expect([agenda.takenMinutes, agenda.items.map((item) => item.title)]).toEqual([10, ["Open to all"]]);
      expect(agendaText(agenda) + agendaMarkdown(agenda)).not.toContain("closed doors");
    }
  });

  it("is read by the same people in a query as by the policy", async () => {
    const date = await meetingOf();
    const insider = await aPerson();
    const secret = await aProposal({ by: board.chair, executive: true }).inDiscussion();
    const former = { ...(await aCoAuthor(secret, board.bea)), roles: [] };
    await aSlot({ officer: secretary, meeting: date, proposal: secret }).accepted();
    expectDone(await place(date, "Closed", { section: "executive", presenter: insider.handle }));
    expectDone(await place(date, "Open", { presenter: insider.handle }));
    const rows = await db.agendaItem.findMany({
      where: { meeting: { date } },
      orderBy: [{ section: "asc" }, { position: "asc" }],
      select: {
        title: true,
        visibility: true,
        presenterId: true,
        proposal: {
          select: { visibility: true, authorId: true, coAuthors: { select: { personId: true } } },
        },
      },
    });
    const architect = await aPerson({ roles: [{ role: "community_architect", body: "board" }] });
    for (const actor of [thePublic, insider, former, architect, secretary, board.ada, await aPerson()]) {
      const readable = rows.filter((row) => mayReadItem(actor, row)).map((row) => row.title);
      expect(await titlesOf(date, actor)).toEqual(readable);
    }
  });
});

describe("what pages read", () => {
  it("an agenda of 40 items costs one query", async () => {
    const date = await meetingOf(600);
    for (let n = 0; n < 40; n += 1) await place(date, `Item ${n}`, { presentMinutes: 5 });
    const facts = { queries: 0, databaseGone: false };
    const agenda = await requestFacts.run(facts, () => findAgenda(thePublic, date));
    expect([agenda?.items.length, facts.queries]).toEqual([40, 1]);
  });

  it("no meeting is found on a date that has none, or that is no date", async () => {
    expect(await findAgenda(thePublic, "2099-01-01")).toBeNull();
    expect(await findAgenda(thePublic, "'; DROP TABLE x; --")).toBeNull();
  });

  it("the list goes on where it stopped, and past meetings stand apart", async () => {
    for (let n = 0; n < 27; n += 1) await meetingOf();
    const first = await listMeetings(thePublic);
    const rest = await listMeetings(thePublic, { cursor: first.nextCursor });
    const dates = [...first.items, ...rest.items].map((meeting) => meeting.date);
    expect(first.items).toHaveLength(25);
    expect(new Set(dates).size).toBe(dates.length);
    expect(dates).toEqual([...dates].sort());
    const past = await listMeetings(thePublic, { past: true });
    expect(past.items.every(({ status }) => status === "cancelled" || status === "adjourned")).toBe(true);
  });

  it("the next meeting is the first that is still to come", async () => {
    const next = await at("2032-03-01T00:00:00Z", () => findNextMeeting(thePublic));
    expect(next?.date).toBe("2032-03-10");
  });

  it("the state of a negotiation is said in words, with the moves of whoever reads", async () => {
    const [meeting = ""] = await at("2038-01-01T00:00:00Z", () =>
      aSeries({ by: secretary, key: "words", meetings: 1 }),
    );
    const { number, author } = await aSlot({ officer: secretary, meeting }).offered();
    const slotFor = async (actor: Person) => {
      const head = await findProposalHead(actor, number);
      if (!head) throw new Error("it is public");
      const { slot } = await findBoardState(actor, head);
      return { words: slot ? slotInWords(slot) : "", moves: slot?.moves.map((move) => move.name) };
    };
    expect(await slotFor(author)).toEqual({
      words: "The secretary offers 10 + 10 minutes on Wednesday 13 January 2038, 20:00 UTC.",
      moves: ["accept", "counter", "decline_offer", "withdraw"],
    });
    expect((await slotFor(secretary)).moves).toEqual(["offer"]);
    expect((await slotFor(await aPerson())).moves).toEqual([]);
  });

  it("the queue of requests is the officers', with what each proposal still needs", async () => {
    const { number } = await aSlot({ officer: secretary, meeting: await meetingOf() }).offered();
    const line = (await listSlotQueue(secretary)).find((each) => each.number === number);
    expect(line).toMatchObject({ waitsFor: "requester", waitingDays: 0, asks: 2 });
    expect(line?.readiness).toMatch(/^Needs: a sponsor\. Earliest meeting: /);
    expect(await listSlotQueue(board.ada)).toEqual([]);
  });
});
