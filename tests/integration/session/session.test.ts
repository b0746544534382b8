import { beforeAll, describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { openItem } from "@/lib/meetings/commands/open-item";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { writeLine } from "@/lib/meetings/commands/write-line";
import { findSession } from "@/lib/meetings/session-queries";
import { attendanceInput, writeLineInput } from "@/lib/meetings/session-schema";
import { thePublic } from "@/lib/workflow/actor";
import { aSlot, inDays, meetingVersionOf } from "../../factories/meetings";
import { aPerson, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aSession, closed, itemVersionOf, said, statusOf } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 30;
const nextDate = () => inDays(day++);
beforeAll(async () => {
  board = await theBoard();
});

const attendance = (date: string, people: { handle: string; state: string }[], walkOns: string[] = []) =>
  attendanceInput.parse({ date, people, walkOns });

describe("calling to order", () => {
  it("counts the directors who are seated at that moment", async () => {
    const { date } = await aSession({ board, date: nextDate() }).called();
    const meeting = await db.meeting.findUniqueOrThrow({ where: { date } });
    expect(meeting).toMatchObject({ status: "in_session", seatedDirectors: 5 });
    await db.roleGrant.updateMany({
      where: { personId: board.cy.personId },
      data: { until: new Date() },
    });
    expect((await findSession(board.chair, date))?.quorum.seated).toBe(5);
    await db.roleGrant.updateMany({ where: { personId: board.cy.personId }, data: { until: null } });
  });

  it("is for the chair, and refused to a director", async () => {
    const { date } = await aSession({ board, date: nextDate() }).published();
    const version = await meetingVersionOf(date);
    expect(await callToOrder(board.ada, { date, version })).toMatchObject({ refusal: { code: "forbidden" } });
  });

  it("twice at once has one effect, and the other is told", async () => {
    const { date } = await aSession({ board, date: nextDate() }).published();
    const version = await meetingVersionOf(date);
    const results = await Promise.all([1, 2].map(() => callToOrder(board.chair, { date, version })));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe("attendance", () => {
  it("is saved together, and says when quorum was reached: with the director who came late", async () => {
    const { date } = await aSession({ board, date: nextDate() }).called();
    const [chair, ada, bea] = [board.chair, board.ada, board.bea].map(({ handle }) => handle);
    const two = attendance(date, [
      { handle: chair ?? "", state: "present" },
      { handle: ada ?? "", state: "present" },
      { handle: bea ?? "", state: "absent" },
    ]);
    expect(expectDone(await recordAttendance(board.secretary, two))).toMatchObject({
      attending: 2,
      reached: false,
    });
    const halfPast = new Date(Date.now() + 30 * 60_000);
    const three = attendance(date, [...two.people.slice(0, 2), { handle: bea ?? "", state: "late" }]);
    const result = await at(halfPast, () => recordAttendance(board.secretary, three));
    expect(expectDone(result)).toMatchObject({ attending: 3, reached: true });
    const meeting = await db.meeting.findUniqueOrThrow({ where: { date } });
    expect(meeting.quorumReachedAt).toEqual(halfPast);
    const events = await db.event.findMany({
      where: { meetingId: meeting.id, type: { startsWith: "meeting.quorum" } },
    });
    expect(events.map((event) => event.type)).toEqual(["meeting.quorum_reached"]);
  });

  it("is corrected: without its majority the quorum is gone, and that is on the record", async () => {
    const { date } = await aSession({ board, date: nextDate() }).attended();
    const away = [board.chair, board.ada, board.bea].map(({ handle }) => ({ handle, state: "absent" }));
    expect(expectDone(await recordAttendance(board.secretary, attendance(date, away))).reached).toBe(false);
    expect((await db.meeting.findUniqueOrThrow({ where: { date } })).quorumReachedAt).toBeNull();
  });

  it("takes guests who walk on, and refuses a name that nobody has, at its field", async () => {
    const { date } = await aSession({ board, date: nextDate() }).called();
    const guest = await aPerson();
    expectDone(await recordAttendance(board.secretary, attendance(date, [], [`@${guest.handle}`])));
    const session = await findSession(board.secretary, date);
    expect(session?.attendance).toMatchObject([{ handle: guest.handle, part: "guest", state: "present" }]);
    expect(await recordAttendance(board.secretary, attendance(date, [], ["nobody-at-all"]))).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "walkOns" }] },
    });
  });

  it("is refused before the call to order, and to who is no officer", async () => {
    const { date } = await aSession({ board, date: nextDate() }).published();
    const one = attendance(date, [{ handle: board.ada.handle, state: "present" }]);
    expect(await recordAttendance(board.secretary, one)).toMatchObject({ refusal: { code: "refused" } });
    expect(await recordAttendance(board.ada, one)).toMatchObject({ refusal: { code: "forbidden" } });
  });
});

describe("opening an item", () => {
  it("brings its proposal under review", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    expect((await statusOf(proposal)).status).toBe("under_review");
  });

  it("is refused without attendance", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).called();
    const { itemId } = proposal;
    const version = await itemVersionOf(itemId);
    expect(await openItem(board.chair, { itemId, version })).toMatchObject({
      refusal: { code: "refused", message: "Record who is there before you open an item." },
    });
    expect((await statusOf(proposal)).status).toBe("scheduled");
  });

  it("of two items at once opens one; the other is told which is open", async () => {
    const date = nextDate();
    const { proposal } = await aSession({ board, date }).published();
    const other = await aSlot({ officer: board.secretary, meeting: date }).accepted();
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    expectDone(
      await recordAttendance(
        board.secretary,
        attendance(date, [{ handle: board.ada.handle, state: "present" }]),
      ),
    );
    const results = await Promise.all(
      [proposal.itemId, other.itemId].map((itemId) => openItem(board.chair, { itemId, version: 1 })),
    );
    const refused = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.message).toContain("is open");
    expect(await db.agendaItem.count({ where: { meeting: { date }, status: "open" } })).toBe(1);
  });

  it("twice at once has one effect", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).attended();
    const version = await itemVersionOf(proposal.itemId);
    const results = await Promise.all(
      [1, 2].map(() => openItem(board.chair, { itemId: proposal.itemId, version })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe("minute lines", () => {
  it("of kind question go into the proposal's questions, asked of who presents", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await said(board.secretary, proposal.itemId, { kind: "question", text: "Who runs it?" });
    const questions = await db.question.findMany({
      where: { proposalId: proposal.id },
      include: { minuteLines: true },
    });
    expect(questions).toMatchObject([
      { number: 1, text: "Who runs it?", status: "open", askedOfPersonId: proposal.author.personId },
    ]);
    expect(questions[0]?.minuteLines).toHaveLength(1);
  });

  it("of kind question get different numbers when two are written at once", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await Promise.all(
      [board.secretary, board.chair].map((by) =>
        said(by, proposal.itemId, { kind: "question", text: "And when?" }),
      ),
    );
    const questions = await db.question.findMany({
      where: { proposalId: proposal.id },
      orderBy: { number: "asc" },
    });
    expect(questions.map((question) => question.number)).toEqual([1, 2]);
  });

  it("of kind ACTION may be without an owner, with a warning; with one, it is found by its name", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const action = { kind: "action", text: "Write to infra." };
    expect((await said(board.secretary, proposal.itemId, action)).warning).toContain("Nobody owns");
    const owned = { ...action, owner: `@${board.ada.handle}` };
    expect((await said(board.secretary, proposal.itemId, owned)).warning).toBeUndefined();
    const wrong = writeLineInput.parse({ itemId: proposal.itemId, ...action, owner: "@nobody-at-all" });
    expect(await writeLine(board.secretary, wrong)).toMatchObject({
      refusal: { errors: [{ path: "owner" }] },
    });
  });

  it("are refused to a director, and under an item that was not opened", async () => {
    const session = aSession({ board, date: nextDate() });
    const { proposal } = await session.attended();
    const line = writeLineInput.parse({ itemId: proposal.itemId, kind: "note", text: "Said." });
    expect(await writeLine(board.secretary, line)).toMatchObject({ refusal: { code: "refused" } });
    expect(await writeLine(board.ada, line)).toMatchObject({ refusal: { code: "forbidden" } });
  });

  it("may follow after the item was closed, while the secretary catches up", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await closed(board.chair, proposal.itemId);
    expect(
      (await said(board.secretary, proposal.itemId, { kind: "info", text: "Late." })).lineId,
    ).toBeGreaterThan(0);
  });
});

describe("an executive item", () => {
  it("does not exist for the public, neither as item nor by its lines or its open place", async () => {
    const { date, proposal } = await aSession({
      board,
      date: nextDate(),
      by: board.cy,
      executive: true,
    }).reviewing();
    await said(board.secretary, proposal.itemId, { kind: "agreed", text: "In confidence." });
    const seen = await findSession(thePublic, date);
    expect(seen?.items).toEqual([]);
    expect(seen?.openItem).toBeNull();
    expect(JSON.stringify(seen)).not.toContain("In confidence.");
    expect((await findSession(board.ada, date))?.openItem?.lines).toHaveLength(1);
  });
});
