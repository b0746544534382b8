import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { assignAction } from "@/lib/meetings/commands/assign-action";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import { writeLine } from "@/lib/meetings/commands/write-line";
import { findMinutes } from "@/lib/meetings/minutes-queries";
import { writeLineInput } from "@/lib/meetings/session-schema";
import { thePublic } from "@/lib/workflow/actor";
import { aSeries, aSlot, inDays, meetingVersionOf } from "../../factories/meetings";
import { theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aSession, decided, said, statusOf } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 30;
const nextDate = () => inDays(day++);
beforeAll(async () => {
  board = await theBoard();
});

async function adjourned(date: string) {
  const version = await meetingVersionOf(date);
  return expectDone(await adjourn(board.chair, { date, version, followUp: "" }));
}

async function published(date: string, confirmed?: "on") {
  return publishMinutes(board.secretary, { date, version: await meetingVersionOf(date), confirmed });
}

describe("adjourning", () => {
  it("ends what was opened and not decided with no decision, and the secretary takes it on", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await said(board.secretary, proposal.itemId, { kind: "question", text: "Who runs it?" });
    expect(await adjourned(date)).toMatchObject({ undecided: 1, carried: 0 });
    expect(await statusOf(proposal)).toMatchObject({ status: "discussion", carryCount: 1 });
    expect(await db.decision.findMany({ where: { itemId: proposal.itemId } })).toMatchObject([
      { outcome: "no_decision", followUpId: board.secretary.personId },
    ]);
    expect(await db.question.findMany({ where: { proposalId: proposal.id } })).toMatchObject([
      { status: "unanswered" },
    ]);
    expect(await db.meeting.findUnique({ where: { date } })).toMatchObject({
      status: "adjourned",
      minutesStatus: "draft",
    });
  });

  it("sends a proposal that was never opened back to discussion where no later meeting is planned", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).called();
    await adjourned(date);
    expect(await statusOf(proposal)).toMatchObject({ status: "discussion", carryCount: 1 });
  });

  it("carries what was never opened to the next meeting of the series, counted once more", async () => {
    const [date = "", next = ""] = await aSeries({ by: board.secretary, key: "carrying", meetings: 2 });
    const proposal = await aSlot({ officer: board.secretary, meeting: date }).accepted();
    expectDone(await publishAgenda(board.secretary, { date, version: await meetingVersionOf(date) }));
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    expect(await adjourned(date)).toMatchObject({ undecided: 0, carried: 1 });
    expect(await statusOf(proposal)).toMatchObject({ status: "scheduled", carryCount: 1 });
    expect(await db.agendaItem.findMany({ where: { meeting: { date: next } } })).toMatchObject([
      { proposalId: proposal.id, carriedFromId: proposal.itemId, carryCount: 1, status: "planned" },
    ]);
    const minutes = await findMinutes(board.ada, date);
    expect(minutes?.shown?.markdown).toContain(`to the meeting of ${next}`);
  });

  it("twice at once has one effect, and the other is told", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const input = { date, version: await meetingVersionOf(date), followUp: "" };
    const results = await Promise.all([adjourn(board.chair, input), adjourn(board.chair, input)]);
    const refused = results.flatMap((result) => (result.ok ? [] : [result.refusal.message]));
    expect(refused).toEqual([expect.stringContaining("adjourned")]);
    expect(await db.decision.count({ where: { itemId: proposal.itemId } })).toBe(1);
  });

  it("is refused to a director, and leaves everything as it was where a name is unknown", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const input = { date, version: await meetingVersionOf(date), followUp: "@nobody-at-all" };
    expect(await adjourn(board.ada, input)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await adjourn(board.chair, input)).toMatchObject({ refusal: { errors: [{ path: "followUp" }] } });
    expect((await statusOf(proposal)).status).toBe("under_review");
  });
});

describe("minutes", () => {
  it("are read by the directors while they are a draft, and by everybody once published", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await said(board.secretary, proposal.itemId, { kind: "agreed", text: "To take it apart." });
    expectDone(await decided(board.chair, proposal.itemId, { outcome: "redirected", text: "Ask infra." }));
    await adjourned(date);
    expect((await findMinutes(thePublic, date))?.shown).toBeNull();
    expect((await findMinutes(proposal.author, date))?.shown).toBeNull();
    const draft = (await findMinutes(board.ada, date))?.shown;
    expectDone(await published(date));
    const everybodys = (await findMinutes(thePublic, date))?.shown;
    expect(everybodys?.markdown).toBe(draft?.markdown);
    expect(everybodys?.markdown).toContain("- AGREED: To take it apart.");
    expect(everybodys?.text).toContain("DECISION: Redirected, by consensus. Ask infra.");
  });

  it("are not published before the meeting is adjourned, nor by a director", async () => {
    const { date } = await aSession({ board, date: nextDate() }).reviewing();
    expect(await published(date)).toMatchObject({ refusal: { code: "refused" } });
    await adjourned(date);
    const version = await meetingVersionOf(date);
    expect(await publishMinutes(board.ada, { date, version })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });

  it("with an ACTION that nobody owns are confirmed first, or put right", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    const action = { kind: "action", text: "Write the mail." };
    const { lineId } = await said(board.secretary, proposal.itemId, action);
    await adjourned(date);
    expect(await published(date)).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "confirmed" }] },
    });
    const owner = `@${board.ada.handle}`;
    expectDone(await assignAction(board.secretary, { lineId, owner, dueOn: "" }));
    expectDone(await published(date));
    expect((await findMinutes(thePublic, date))?.shown?.markdown).toContain(
      `ACTION: @${board.ada.handle}: Write the mail.`,
    );
  });

  it("are published in spite of warnings where an officer confirms them, and that is on the record", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await said(board.secretary, proposal.itemId, { kind: "action", text: "Write the mail." });
    await adjourned(date);
    expectDone(await published(date, "on"));
    const event = await db.event.findFirstOrThrow({
      where: { type: "minutes.published", meeting: { date } },
    });
    expect(event.data).toMatchObject({ confirmedWarnings: 1 });
  });

  it("are published once, when two do it at the same time", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    expectDone(await decided(board.chair, proposal.itemId));
    await adjourned(date);
    const results = await Promise.all([published(date), published(date)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("take no line any more once they are published, however closely the two meet", async () => {
    const { date, proposal } = await aSession({ board, date: nextDate() }).reviewing();
    expectDone(await decided(board.chair, proposal.itemId));
    await adjourned(date);
    const line = writeLineInput.parse({ itemId: proposal.itemId, kind: "note", text: "At the last moment." });
    const [publishing, writing] = await Promise.all([published(date), writeLine(board.secretary, line)]);
    expectDone(publishing);
    const kept = (await findMinutes(thePublic, date))?.shown?.markdown ?? "";
    expect(kept.includes("At the last moment.")).toBe(writing.ok);
    expect(await writeLine(board.secretary, line)).toMatchObject({ refusal: { code: "refused" } });
  });

  it("leave executive items out of every public form, and show them to the directors", async () => {
    const { date, proposal } = await aSession({
      board,
      date: nextDate(),
      by: board.cy,
      executive: true,
    }).reviewing();
    await said(board.secretary, proposal.itemId, { kind: "agreed", text: "In confidence." });
    expectDone(await decided(board.chair, proposal.itemId, { text: "Quietly yes." }));
    await adjourned(date);
    expectDone(await published(date));
    const open = (await findMinutes(thePublic, date, { directorsView: true }))?.shown;
    expect(open?.executive).toBe(false);
    expect(JSON.stringify(open)).not.toMatch(/confidence|Quietly/);
    const directors = (await findMinutes(board.ada, date, { directorsView: true }))?.shown;
    expect(directors?.markdown).toContain("In confidence.");
    expect((await findMinutes(board.ada, date))?.shown?.markdown).not.toContain("In confidence.");
  });
});
