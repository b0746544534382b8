import { beforeAll, describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { addMinutes } from "@/lib/meetings/commands/add-minutes";
import { beginQuestions } from "@/lib/meetings/commands/begin-questions";
import { closeItem } from "@/lib/meetings/commands/close-item";
import { draftTicketOfLine } from "@/lib/meetings/commands/draft-ticket-of-line";
import { editLine } from "@/lib/meetings/commands/edit-line";
import { markAttendance } from "@/lib/meetings/commands/mark-attendance";
import { markPlace } from "@/lib/meetings/commands/mark-place";
import { nextItem } from "@/lib/meetings/commands/next-item";
import { openItem } from "@/lib/meetings/commands/open-item";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { strikeLine } from "@/lib/meetings/commands/strike-line";
import { typeLine } from "@/lib/meetings/commands/type-line";
import { placeItemInput } from "@/lib/meetings/schema";
import { findLineHistory, findSession } from "@/lib/meetings/session-queries";
import { editLineInput, markAttendanceInput, typeLineInput } from "@/lib/meetings/session-schema";
import { inDays } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aSession, itemVersionOf, said } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 60;
const nextDate = () => inDays(day++);
beforeAll(async () => {
  board = await theBoard();
});

async function placed(date: string, title: string, section = "new"): Promise<number> {
  const input = placeItemInput.parse({ date, title, section, presentMinutes: 5 });
  expectDone(await placeItem(board.secretary, input));
  const item = await db.agendaItem.findFirstOrThrow({
    where: { meeting: { date }, title },
    select: { id: true },
  });
  return item.id;
}

const typed = async (itemId: number, text: string, more: { by?: Person; clientKey?: string } = {}) =>
  typeLine(
    more.by ?? board.secretary,
    typeLineInput.parse({ itemId, typed: text, clientKey: more.clientKey }),
  );
const lineOf = (id: number) => db.minuteLine.findUniqueOrThrow({ where: { id } });
const marked = (date: string, person: Person, deed: string) =>
  markAttendance(board.secretary, markAttendanceInput.parse({ date, handle: `@${person.handle}`, deed }));

describe("the roll call", () => {
  it("counts who comes, leaves and returns; a quorum that is lost and regained is on the record with its times", async () => {
    const { date } = await aSession({ board, date: nextDate() }).called();
    const begin = Date.now();
    const minute = (count: number) => new Date(begin + count * 60_000);
    for (const person of [board.chair, board.ada]) expectDone(await marked(date, person, "present"));
    const steps: [number, Person, string, boolean][] = [
      [10, board.bea, "late", true],
      [20, board.ada, "left", false],
      [21, board.ada, "left", false],
      [30, board.ada, "returned", true],
    ];
    for (const [after, person, deed, reached] of steps) {
      expect(expectDone(await at(minute(after), () => marked(date, person, deed))).reached).toBe(reached);
    }
    const { id, quorumReachedAt } = await db.meeting.findUniqueOrThrow({ where: { date } });
    expect(quorumReachedAt).toEqual(minute(30));
    const events = await db.event.findMany({
      where: { meetingId: id, type: { startsWith: "meeting.quorum" } },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type.replace("meeting.quorum_", ""))).toEqual([
      "reached",
      "lost",
      "reached",
    ]);
    const session = await findSession(board.secretary, date);
    const ada = session?.attendance.find(({ handle }) => handle === board.ada.handle);
    expect(ada?.spans.map(({ to }) => to && new Date(to).getTime())).toEqual([minute(20).getTime(), null]);
  });

  it("takes a guest who walked in, and refuses who was never there to have left", async () => {
    const { date } = await aSession({ board, date: nextDate() }).called();
    const guest = await aPerson();
    expect(await marked(date, guest, "left")).toMatchObject({ refusal: { code: "refused" } });
    expectDone(await marked(date, guest, "present"));
    const session = await findSession(board.secretary, date);
    expect(session?.live.attendance).toMatchObject([{ handle: guest.handle, part: "guest", left: false }]);
    const byGuest = markAttendanceInput.parse({ date, handle: guest.handle, deed: "present" });
    expect(await markAttendance(guest, byGuest)).toMatchObject({ refusal: { code: "forbidden" } });
  });
});

describe("going on", () => {
  it("closes one item and opens the next; of two chairs at once one goes on, and the other is told", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const second = await placed(date, "The second thing");
    await placed(date, "The third thing");
    const other = await aPerson({ roles: [{ role: "chair", body: "board" }] });
    const press = (by: Person) => nextItem(by, { date, from: proposal.itemId, questions: {} });
    const results = await Promise.all([press(board.chair), press(other)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const told = results.find(({ ok }) => !ok);
    expect(told).toMatchObject({
      refusal: { code: "conflict", message: expect.stringContaining("The second thing") },
    });
    const session = await findSession(board.ada, date);
    expect(session?.live).toMatchObject({ openItemId: second, placeItemId: second });
    expect(await nextItem(board.ada, { date, from: second, questions: {} })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });

  it("ends at the last item, and then says that nothing is left", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    expect(
      expectDone(await nextItem(board.chair, { date, from: proposal.itemId, questions: {} })).itemId,
    ).toBeNull();
    expect(await nextItem(board.chair, { date, from: null, questions: {} })).toMatchObject({
      refusal: { message: expect.stringContaining("Nothing is left") },
    });
  });

  it("shows everybody the item that an officer marks, and moves nothing else", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const later = await placed(date, "Later");
    expectDone(await markPlace(board.secretary, { date, itemId: later }));
    expect((await findSession(board.ada, date))?.live).toMatchObject({
      placeItemId: later,
      openItemId: proposal.itemId,
    });
    expect((await findSession(board.ada, date))?.shown?.id).toBe(later);
    expect(await markPlace(board.ada, { date, itemId: later })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });

  it("gives time once for one press, in the part that runs", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const { itemId } = proposal;
    expectDone(await addMinutes(board.chair, { itemId, minutes: 5, ofTotal: 0 }));
    expect(await addMinutes(board.chair, { itemId, minutes: 5, ofTotal: 0 })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expectDone(await beginQuestions(board.chair, { itemId }));
    expectDone(await beginQuestions(board.chair, { itemId }));
    expectDone(await addMinutes(board.chair, { itemId, minutes: 1, ofTotal: 5 }));
    const [item] = (await findSession(board.ada, date))?.live.items ?? [];
    expect(item?.time).toMatchObject({ extraPresentMinutes: 5, extraQaMinutes: 1 });
    expect(item?.time.questionsAt).not.toBeNull();
    expect(await addMinutes(board.secretary, { itemId, minutes: 1, ofTotal: 6 })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });
});

describe("questions that were asked under an item", () => {
  it("are left without an answer when it closes, unless one was written down or they are to stay open", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const { itemId } = proposal;
    const [unanswered, answered, open] = [
      expectDone(await typed(itemId, "? Who pays?")).lineId,
      expectDone(await typed(itemId, "? Who works?")).lineId,
      expectDone(await typed(itemId, "a: The Cloud SIG, two of them.")) && 0,
    ];
    const stays = expectDone(await typed(itemId, "? Until when?")).lineId;
    expect(open).toBe(0);
    const version = await itemVersionOf(itemId);
    const questions = { [answered]: "answered" as const, [stays]: "open" as const };
    expectDone(await closeItem(board.chair, { itemId, version, questions }));
    const statusOf = async (id: number) =>
      (
        await db.minuteLine.findUniqueOrThrow({
          where: { id },
          select: { question: { select: { status: true } } },
        })
      ).question?.status;
    expect([await statusOf(unanswered), await statusOf(answered), await statusOf(stays)]).toEqual([
      "unanswered",
      "answered",
      "open",
    ]);
    const comment = await db.comment.findFirst({
      where: { proposalId: proposal.id },
      orderBy: { id: "desc" },
    });
    expect(comment?.markdown).toContain("The Cloud SIG, two of them.");
  });
});

describe("a line of the record", () => {
  it("is typed with its kind, its owner and a date in words", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const text = `> @${board.ada.handle} ask the sponsor in two weeks`;
    const { lineId } = expectDone(await at("2026-12-09T20:00:00Z", () => typed(proposal.itemId, text)));
    expect(await lineOf(lineId)).toMatchObject({
      ...{ kind: "action", text: "ask the sponsor", ownerPersonId: board.ada.personId, dueOn: "2026-12-23" },
    });
    const nobody = await typed(proposal.itemId, "> @nobody-here ask");
    expect(nobody).toMatchObject({ refusal: { code: "invalid", errors: [{ path: "typed" }] } });
    expect(await typed(proposal.itemId, "!")).toMatchObject({ refusal: { errors: [{ path: "typed" }] } });
  });

  it("sent twice under its key is written once, also at the same moment, and by nobody else", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const clientKey = "one-key-of-one-line";
    const send = (by: Person) => typed(proposal.itemId, "Once.", { by, clientKey });
    const [first, second, others] = await Promise.all([
      send(board.secretary),
      send(board.secretary),
      send(board.chair),
    ]);
    expect(expectDone(first).lineId).toBe(expectDone(second).lineId);
    expect(expectDone(others).lineId).not.toBe(expectDone(first).lineId);
    expect(await db.minuteLine.count({ where: { itemId: proposal.itemId, text: "Once." } })).toBe(2);
  });

  it("is not found under an item of another meeting than its address names", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const sent = (day: string) =>
      typeLine(board.secretary, typeLineInput.parse({ date: day, itemId: proposal.itemId, typed: "Heard." }));
    expect(await sent(nextDate())).toMatchObject({ refusal: { code: "not_found" } });
    expect(await db.minuteLine.count({ where: { itemId: proposal.itemId } })).toBe(0);
    expectDone(await sent(date));
  });

  it("of 20 kB is taken whole, and a longer one is refused with what would be right", () => {
    const most = "x".repeat(20_000);
    expect(typeLineInput.safeParse({ itemId: 1, typed: most }).success).toBe(true);
    const longer = typeLineInput.safeParse({ itemId: 1, typed: `${most}x` });
    expect(longer.error?.issues[0]?.message).toContain("may have 20 kB");
  });

  it("is changed and struck with its history, by one of two at once; struck, it is not in the minutes", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const { lineId } = expectDone(await typed(proposal.itemId, "! we go on"));
    const change = (text: string) =>
      editLine(board.secretary, editLineInput.parse({ lineId, revision: 1, typed: text }));
    const results = await Promise.all([change("! we go on, slowly"), change("! we stop")]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expectDone(await strikeLine(board.chair, { lineId, revision: 2, strike: "yes" }));
    const history = await findLineHistory(board.ada, date, lineId);
    expect(history?.earlier.map(({ revision, struck }) => [revision, struck])).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(history?.earlier.at(-1)?.text).toBe("we go on");
    const change3 = editLineInput.parse({ lineId, revision: 3, typed: "! again" });
    expect(await editLine(board.secretary, change3)).toMatchObject({
      refusal: { errors: [{ path: "typed" }] },
    });
    await expect(db.lineRevision.deleteMany({ where: { lineId } })).rejects.toThrow();
    await expect(db.minuteLine.update({ where: { id: lineId }, data: { text: "x" } })).rejects.toThrow();
    const { minutesRecordOf } = await import("@/lib/meetings/session-record");
    const { readSession } = await import("@/lib/meetings/session-facts");
    const row = await readSession(db, date);
    expect(row && minutesRecordOf(row).items.flatMap(({ lines }) => lines)).toEqual([]);
  });

  it("that is an ACTION under an item of its own becomes a draft ticket, once", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const own = await placed(date, "Odds and ends");
    expectDone(await nextItem(board.chair, { date, from: proposal.itemId, questions: {} }));
    const { lineId } = expectDone(await typed(own, `> @${board.ada.handle} order chairs by 2027-01-03`));
    const press = () => draftTicketOfLine(board.secretary, { lineId });
    const results = await Promise.all([press(), press()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { ticketId } = await lineOf(lineId);
    expect(await db.ticket.findUnique({ where: { id: ticketId ?? 0 } })).toMatchObject({
      ...{ title: "order chairs", status: "draft", ownerPersonId: board.ada.personId, dueOn: "2027-01-03" },
    });
    const ofProposal = await said(board.secretary, proposal.itemId, {
      kind: "action",
      text: "x",
      owner: "infra",
    });
    expect(await draftTicketOfLine(board.secretary, { lineId: ofProposal.lineId })).toMatchObject({
      refusal: { message: expect.stringContaining("split") },
    });
  });

  it("is one of the last two hundred that a page shows, however many there are", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const { id } = await db.meeting.findUniqueOrThrow({ where: { date } });
    await db.minuteLine.createMany({
      data: Array.from({ length: 2_000 }, (_, index) => ({
        ...{ meetingId: id, itemId: proposal.itemId, kind: "note" as const, text: `line ${index}` },
        authorId: board.secretary.personId,
      })),
    });
    const session = await findSession(board.ada, date);
    expect(session?.shown?.lines).toHaveLength(200);
    expect(session?.shown).toMatchObject({ earlierLines: 1, lineCount: 2_000 });
    const earlier = await findSession(board.ada, date, { before: session?.shown?.lines[0]?.id });
    expect(earlier?.shown?.lines.at(-1)?.text).toBe("line 1799");
  });
});

describe("opening an item", () => {
  it("takes the place of the meeting along", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).attended();
    expect((await findSession(board.ada, date))?.live.placeItemId).toBeNull();
    const { itemId } = proposal;
    expectDone(await openItem(board.chair, { itemId, version: await itemVersionOf(itemId) }));
    expect((await findSession(board.ada, date))?.live.placeItemId).toBe(itemId);
  });
});
