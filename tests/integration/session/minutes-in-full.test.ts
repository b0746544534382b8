import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { amendMinutes } from "@/lib/meetings/commands/amend-minutes";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { commentOnMinutes } from "@/lib/meetings/commands/comment-on-minutes";
import { moveMinutesComment } from "@/lib/meetings/commands/move-minutes-comment";
import { openItem } from "@/lib/meetings/commands/open-item";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { postAmendment, postMinutes } from "@/lib/meetings/commands/post-minutes";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { reviewMinutes } from "@/lib/meetings/commands/review-minutes";
import { writeMinutesNote } from "@/lib/meetings/commands/write-minutes-note";
import { minutesJson } from "@/lib/meetings/minutes-json";
import { findMinutes } from "@/lib/meetings/minutes-queries";
import {
  amendMinutesInput,
  commentOnMinutesInput,
  moveMinutesCommentInput,
  writeNoteInput,
} from "@/lib/meetings/minutes-schema";
import { placeItemInput } from "@/lib/meetings/schema";
import { attendanceInput } from "@/lib/meetings/session-schema";
import { thePublic } from "@/lib/workflow/actor";
import { aSeries, inDays, meetingVersionOf } from "../../factories/meetings";
import { theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aSession, closed, decided, itemVersionOf, said } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 30;
const nextDate = () => inDays(day++);
beforeAll(async () => {
  board = await theBoard();
});

async function drafted(executive = false) {
  const by = executive ? board.cy : undefined;
  const session = await aSession({ board, date: nextDate(), by, executive }).reviewing();
  const { itemId } = session.proposal;
  const line = await said(board.secretary, itemId, { kind: "agreed", text: "To take it apart on Tuesdays." });
  expectDone(await decided(board.chair, itemId, { outcome: "redirected", text: "Ask infra." }));
  await ended(session.date);
  return { ...session, itemId, lineId: line.lineId };
}

async function ended(date: string) {
  expectDone(await adjourn(board.chair, { date, version: await meetingVersionOf(date), followUp: "" }));
}

const published = async (date: string, confirmed?: "on") =>
  publishMinutes(board.secretary, { date, version: await meetingVersionOf(date), confirmed });
const comment = (by: Board["ada"], date: string, text: string, more: object = {}) =>
  commentOnMinutes(by, commentOnMinutesInput.parse({ date, text, ...more }));
const reviewed = async (by: Board["ada"], date: string) =>
  reviewMinutes(by, { date, version: await meetingVersionOf(date) });
const amended = (by: Board["ada"], input: object) => amendMinutes(by, amendMinutesInput.parse(input));
const minutesStatus = async (date: string) => (await findMinutes(board.ada, date))?.status;

describe("a draft of the minutes", () => {
  it("is commented on, resolved, reviewed and published, and a late comment takes the review back", async () => {
    const { date, itemId } = await drafted();
    const { commentId } = expectDone(await comment(board.ada, date, "It was Mondays.", { itemId }));
    expectDone(await comment(board.secretary, date, "So it was.", { parentId: commentId }));
    expect(await reviewed(board.bea, date)).toMatchObject({ refusal: { code: "refused" } });
    const resolve = { commentId, version: 1, move: "resolve", resolution: "A note says so." };
    expectDone(await moveMinutesComment(board.secretary, moveMinutesCommentInput.parse(resolve)));
    expectDone(await reviewed(board.bea, date));
    expect(await minutesStatus(date)).toBe("reviewed");
    expectDone(await reviewed(board.ada, date));
    expectDone(await comment(board.ada, date, "One more thing."));
    expect(await minutesStatus(date)).toBe("draft");
    const reviewing = (await findMinutes(board.ada, date))?.reviewing;
    expect(reviewing).toMatchObject({ open: 1, reviews: [{ isFresh: false }, { isFresh: false }] });
    expect(reviewing?.threads[0]).toMatchObject({ status: "resolved", replies: [{ text: "So it was." }] });
    expect(await published(date)).toMatchObject({
      refusal: { code: "invalid", errors: [{ message: expect.stringContaining("not resolved") }] },
    });
    expectDone(await published(date, "on"));
    expect(await comment(board.ada, date, "Too late.")).toMatchObject({ refusal: { code: "refused" } });
  });

  it("is neither reviewed by the secretary, nor seen, commented on or reviewed by anybody else", async () => {
    const { date, proposal } = await drafted();
    expect(await reviewed(board.secretary, date)).toMatchObject({ refusal: { code: "forbidden" } });
    for (const refused of [
      await comment(proposal.author, date, "May I?"),
      await reviewed(proposal.author, date),
    ]) {
      expect(refused).toMatchObject({ refusal: { code: "not_found" } });
    }
    expectDone(await comment(board.ada, date, "Between us."));
    const guests = await findMinutes(proposal.author, date);
    expect([guests?.shown, guests?.reviewing, guests?.notes, guests?.warnings]).toEqual([
      null,
      null,
      null,
      [],
    ]);
  });

  it("takes a preface and notes from the secretary, guarded against a second window, and then stands", async () => {
    const { date, itemId } = await drafted();
    const note = (input: object) =>
      writeMinutesNote(board.secretary, writeNoteInput.parse({ date, version: 0, ...input }));
    expectDone(await note({ text: "Taken down by hand: the pad was offline." }));
    expectDone(await note({ itemId, text: "The slides came later." }));
    expect(await note({ itemId, text: "From the other window." })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expectDone(await note({ itemId, version: 1, text: "The slides came on Thursday." }));
    expectDone(await published(date));
    const markdown = (await findMinutes(thePublic, date))?.shown?.markdown;
    expect(markdown).toContain("Preface: Taken down by hand");
    expect(markdown).toContain("Note: The slides came on Thursday.");
    expect(await note({ itemId, version: 2, text: "" })).toMatchObject({ refusal: { code: "refused" } });
  });
});

describe("published minutes", () => {
  it("are only amended, by number; they read as amended, and what was published stays", async () => {
    const { date, itemId, lineId } = await drafted();
    const reason = "The recording says so.";
    const early = await amended(board.secretary, { date, target: "minutes", text: "x", reason });
    expect(early).toMatchObject({ refusal: { code: "refused" } });
    expectDone(await published(date));
    const line = { date, target: `line-${lineId}`, text: "To take it apart on Mondays.", reason };
    expect(await amended(board.ada, line)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(expectDone(await amended(board.secretary, line)).number).toBe(1);
    const twice = await Promise.all([
      amended(board.secretary, { date, target: `item-${itemId}`, text: "Bea abstained.", reason }),
      amended(board.chair, { date, target: "minutes", text: "Cy was there too.", reason }),
    ]);
    expect(twice.map((result) => expectDone(result).number).sort()).toEqual([2, 3]);
    const now = (await findMinutes(thePublic, date))?.shown;
    expect(now?.markdown).toContain("- AGREED: To take it apart on Mondays. (amendment 1)");
    expect(now?.markdown).toMatch(/AMENDED \(amendment [23]\): Bea abstained\./);
    expect(now?.text).toContain("The recording says so.");
    expect(minutesJson(now?.record as never).amendments).toHaveLength(3);
    const before = await findMinutes(thePublic, date, { directorsView: false, asPublished: true });
    expect(before?.shown?.markdown).toContain("on Tuesdays.");
    expect(before?.shown?.markdown).not.toMatch(/Mondays|amendment/);
    await expect(db.$executeRaw`UPDATE "MinutesAmendment" SET "reason" = 'none'`).rejects.toThrow(
      "append-only",
    );
  });

  it("can have a line struck, and not another meeting's", async () => {
    const [one, other] = [await drafted(), await drafted()];
    expectDone(await published(one.date));
    const strike = (lineId: number) =>
      amended(board.secretary, {
        date: one.date,
        target: `line-${lineId}`,
        text: "",
        reason: "Nobody said it.",
      });
    expect(await strike(other.lineId)).toMatchObject({ refusal: { code: "not_found" } });
    expectDone(await strike(one.lineId));
    const text = (await findMinutes(thePublic, one.date))?.shown?.text ?? "";
    expect(text).not.toContain("* AGREED");
    expect(text).toContain("it is struck");
  });

  it("tell nobody but the board of an executive item's amendment, not even by a gap in the numbers", async () => {
    const { date, lineId } = await drafted(true);
    expectDone(await published(date));
    const secret = { date, target: `line-${lineId}`, text: "Secretly on Mondays.", reason: "Hush." };
    expect(expectDone(await amended(board.secretary, secret)).number).toBe(1);
    const open = { date, target: "minutes", text: "Cy was there.", reason: "He was." };
    expect(expectDone(await amended(board.secretary, open)).number).toBe(1);
    const guests = await findMinutes(thePublic, date, { directorsView: true });
    expect(JSON.stringify(guests)).not.toMatch(/Mondays|Hush|E1|Tuesdays/);
    const boards = (await findMinutes(board.ada, date, { directorsView: true }))?.shown;
    expect(boards?.markdown).toContain("Secretly on Mondays. (amendment E1)");
  });
});

describe("the portal", () => {
  const postedOn = (proposalId: number) =>
    db.comment.findMany({
      where: { proposalId, sourceKey: { startsWith: "minutes:" } },
      orderBy: { id: "asc" },
      select: { markdown: true, authorId: true },
    });

  it("posts published minutes once on what they touch, however often the worker comes", async () => {
    const { date, proposal, itemId } = await drafted();
    const { id } = await db.meeting.findUniqueOrThrow({ where: { date } });
    expect(await postMinutes(id)).toBe(0);
    expectDone(await published(date));
    const counts = await Promise.all([postMinutes(id), postMinutes(id)]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await postMinutes(id)).toBe(0);
    const reason = "It was raining.";
    expectDone(
      await amended(board.secretary, { date, target: `item-${itemId}`, text: "Ask them twice.", reason }),
    );
    const amendment = await db.minutesAmendment.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect([await postAmendment(amendment.id), await postAmendment(amendment.id)]).toEqual([1, 0]);
    const posted = await postedOn(proposal.id);
    expect(posted).toMatchObject([
      { authorId: board.secretary.personId },
      { authorId: board.secretary.personId },
    ]);
    expect(posted[0]?.markdown).toContain(`(/meetings/${date}/minutes) are published`);
    expect(posted[0]?.markdown).toContain("- AGREED: To take it apart on Tuesdays.");
    expect(posted[1]?.markdown).toContain("amendment 1");
  });

  it("posts nothing of an executive item", async () => {
    const { date, proposal, lineId } = await drafted(true);
    const { id } = await db.meeting.findUniqueOrThrow({ where: { date } });
    expectDone(await published(date));
    expectDone(
      await amended(board.secretary, { date, target: `line-${lineId}`, text: "No.", reason: "No." }),
    );
    const amendment = await db.minutesAmendment.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect([await postMinutes(id), await postAmendment(amendment.id)]).toEqual([0, 0]);
    expect(await postedOn(proposal.id)).toEqual([]);
  });
});

describe("the minutes of the meeting before", () => {
  it("are approved by an item that ends with AGREED, once, and say so", async () => {
    const [first = "", second = ""] = await aSeries({ by: board.secretary, key: "approving", meetings: 2 });
    const held = async (date: string, kind: string) => {
      const item = { date, section: "previous_minutes", title: "Previous minutes", presentMinutes: 3 };
      const { itemId } = expectDone(await placeItem(board.secretary, placeItemInput.parse(item)));
      expectDone(await publishAgenda(board.secretary, { date, version: await meetingVersionOf(date) }));
      expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
      const people = [{ handle: board.ada.handle, state: "present" }];
      expectDone(await recordAttendance(board.secretary, attendanceInput.parse({ date, people })));
      expectDone(await openItem(board.chair, { itemId, version: await itemVersionOf(itemId) }));
      await said(board.secretary, itemId, { kind, text: "They stand." });
      await closed(board.chair, itemId);
      await ended(date);
      expectDone(await published(date, "on"));
    };
    await held(first, "agreed");
    expect((await findMinutes(thePublic, first))?.approval).toBeNull();
    await held(second, "agreed");
    const minutes = await findMinutes(thePublic, first);
    expect(minutes?.approval).toMatchObject({ in: second });
    expect(minutes?.shown?.markdown).toContain(`Approved at the meeting of ${second}.`);
    expect((await findMinutes(thePublic, second))?.shown?.markdown).toContain(
      `The minutes of ${first} are approved.`,
    );
    await expect(db.$executeRaw`DELETE FROM "MinutesApproval"`).rejects.toThrow("append-only");
  });

  it("cannot be approved before they are published: the database refuses it", async () => {
    const { date, itemId } = await drafted();
    const { id } = await db.meeting.findUniqueOrThrow({ where: { date } });
    const approval = { meetingId: id, itemId, byId: board.chair.personId, approvedAt: new Date() };
    await expect(db.minutesApproval.create({ data: approval })).rejects.toThrow();
  });
});

describe("two thousand lines", () => {
  it("are read in little time", async () => {
    const { date, itemId } = await drafted();
    const { id } = await db.meeting.findUniqueOrThrow({ where: { date } });
    const row = (place: number) => ({
      ...{ meetingId: id, itemId, authorId: board.secretary.personId },
      ...{ kind: "note" as const, text: `Line ${place}: @${board.ada.handle} said something of #${place}.` },
    });
    await db.minuteLine.createMany({ data: Array.from({ length: 2_000 }, (_, place) => row(place)) });
    const before = process.cpuUsage();
    const minutes = await findMinutes(board.ada, date, { directorsView: true });
    const { user, system } = process.cpuUsage(before);
    expect(minutes?.shown?.record.items[0]?.lines).toHaveLength(2_001);
    expect((user + system) / 1_000).toBeLessThan(1_500);
  });
});
