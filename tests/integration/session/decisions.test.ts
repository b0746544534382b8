import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { recordPastDecision } from "@/lib/decisions/commands/record-past-decision";
import { listDecisions } from "@/lib/decisions/queries";
import { pastDecisionInput } from "@/lib/decisions/schema";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { thePublic } from "@/lib/workflow/actor";
import { aMeeting, inDays } from "../../factories/meetings";
import { theBoard } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";
import { aSession, closed, decided, said, statusOf } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 30;
const nextDate = () => inDays(day++);
beforeAll(async () => {
  board = await theBoard();
});
const reviewing = () => aSession({ board, date: nextDate() }).reviewing();

describe("a decision", () => {
  it.each([
    { outcome: "approved", status: "splitting", closedAs: null },
    { outcome: "redirected", status: "splitting", closedAs: null },
    { outcome: "declined", status: "closed", closedAs: "declined" },
  ])("$outcome takes effect at once", async ({ outcome, ...after }) => {
    const { date, proposal } = await reviewing();
    expectDone(await decided(board.chair, proposal.itemId, { outcome }));
    expect(await statusOf(proposal)).toMatchObject({ ...after, carryCount: 0 });
    const [shown] = await listDecisions(thePublic, proposal.number);
    expect(shown).toMatchObject({ outcome, meeting: date, minutesPublished: false });
  });

  it.each(["needs_info", "deferred", "no_decision"])(
    "%s brings the proposal back to discussion with its questions on the record",
    async (outcome) => {
      const { proposal } = await reviewing();
      await said(board.secretary, proposal.itemId, { kind: "question", text: "Who runs it?" });
      const followUp = `@${board.ada.handle}`;
      expectDone(await decided(board.chair, proposal.itemId, { outcome, followUp }));
      expect(await statusOf(proposal)).toMatchObject({ status: "discussion", carryCount: 1 });
      const questions = await db.question.findMany({ where: { proposalId: proposal.id } });
      expect(questions).toMatchObject([{ status: "unanswered" }]);
      expect(await listDecisions(thePublic, proposal.number)).toMatchObject([
        { followUp: { handle: board.ada.handle } },
      ]);
    },
  );

  it("that names the next meeting notes it, and books no time there", async () => {
    const { proposal } = await reviewing();
    const next = await aMeeting({ by: board.secretary, date: inDays(400) }).planned();
    expectDone(await decided(board.chair, proposal.itemId, { outcome: "deferred", nextMeeting: next.date }));
    expect(await listDecisions(thePublic, proposal.number)).toMatchObject([{ nextMeeting: next.date }]);
    expect(await db.agendaItem.count({ where: { meetingId: next.id } })).toBe(0);
  });

  it("keeps the revision that it was made on", async () => {
    const { proposal } = await reviewing();
    expectDone(await decided(board.chair, proposal.itemId, { outcome: "declined" }));
    expect(await listDecisions(thePublic, proposal.number)).toMatchObject([
      { revision: 1, proposal: { number: proposal.number, revision: 1 } },
    ]);
  });

  it("keeps its conditions with owner and date", async () => {
    const { proposal } = await reviewing();
    const condition = { text: "Name a sponsor.", owner: `@${board.ada.handle}`, dueOn: "2027-01-31" };
    expectDone(await decided(board.chair, proposal.itemId, { conditions: [condition] }));
    expect((await listDecisions(thePublic, proposal.number))[0]?.conditions).toMatchObject([
      { number: 1, text: "Name a sponsor.", owner: { handle: board.ada.handle }, dueOn: "2027-01-31" },
    ]);
  });
});

describe("a decision is refused", () => {
  it("from a director who is no officer, and from the requester", async () => {
    const { proposal } = await reviewing();
    for (const by of [board.ada, proposal.author]) {
      expect(await decided(by, proposal.itemId)).toMatchObject({ refusal: { code: "forbidden" } });
    }
    expect((await statusOf(proposal)).status).toBe("under_review");
  });

  it("on an item that is not open, before it was opened and after it was closed", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).attended();
    expect(await decided(board.chair, proposal.itemId)).toMatchObject({ refusal: { code: "refused" } });
    const other = await reviewing();
    await closed(board.chair, other.proposal.itemId);
    expect(await decided(board.chair, other.proposal.itemId)).toMatchObject({ refusal: { code: "refused" } });
  });

  it("without a text, at its field", async () => {
    const { proposal } = await reviewing();
    expect(await decided(board.chair, proposal.itemId, { text: "  " })).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "text" }] },
    });
  });

  it("when it defers and nobody takes it on, or a date on which no later meeting is", async () => {
    const { date, proposal } = await reviewing();
    const deferred = { outcome: "deferred" };
    expect(await decided(board.chair, proposal.itemId, deferred)).toMatchObject({
      refusal: { errors: [{ path: "followUp" }] },
    });
    expect(await decided(board.chair, proposal.itemId, { ...deferred, nextMeeting: date })).toMatchObject({
      refusal: { errors: [{ path: "nextMeeting" }] },
    });
    expect((await statusOf(proposal)).status).toBe("under_review");
  });

  it("when another was recorded: two at once have one winner, and the other is told", async () => {
    const { proposal } = await reviewing();
    const results = await Promise.all([
      decided(board.chair, proposal.itemId, { outcome: "approved" }),
      decided(board.chair, proposal.itemId, { outcome: "declined" }),
    ]);
    const refused = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
    expect(refused).toEqual([{ code: "conflict", message: "A decision is already recorded for this item." }]);
    expect(await db.decision.count({ where: { itemId: proposal.itemId } })).toBe(1);
  });

  it("when it was recorded before, whoever would change it: the database itself says no", async () => {
    const { proposal } = await reviewing();
    const { decisionId } = expectDone(await decided(board.chair, proposal.itemId));
    await expect(
      db.decision.update({ where: { id: decisionId }, data: { text: "Something else." } }),
    ).rejects.toThrow();
  });
});

describe("a decision on an executive item", () => {
  it("is not shown to the public", async () => {
    const { proposal } = await aSession({
      board,
      date: nextDate(),
      by: board.cy,
      executive: true,
    }).reviewing();
    expectDone(await decided(board.chair, proposal.itemId));
    expect(await listDecisions(thePublic, proposal.number)).toEqual([]);
    expect(await listDecisions(board.ada, proposal.number)).toHaveLength(1);
  });

  it("is not shown to the public either where only the item is executive, and its questions stay in the minutes", async () => {
    const { proposal } = await aSession({ board, date: nextDate() }).reviewing();
    await db.agendaItem.update({ where: { id: proposal.itemId }, data: { visibility: "executive" } });
    await said(board.secretary, proposal.itemId, { kind: "question", text: "In confidence?" });
    expectDone(await decided(board.chair, proposal.itemId));
    expect(await listDecisions(thePublic, proposal.number)).toEqual([]);
    expect(await db.question.count({ where: { proposalId: proposal.id } })).toBe(0);
  });
});

describe("an imported thread that was closed", () => {
  async function anImportedThread() {
    const proposal = await aProposal().inDiscussion();
    const reason = "Closed on the tracker.";
    const version = await versionOf(proposal.number);
    expectDone(await closeWithoutFollowUp(board.chair, { number: proposal.number, version, reason }));
    await db.proposal.update({ where: { id: proposal.id }, data: { sourceKey: `a/b#${proposal.number}` } });
    return proposal;
  }
  const past = async (number: number, given: object = {}) =>
    pastDecisionInput.parse({
      ...{ number, version: await versionOf(number), outcome: "redirected", decidedOn: "2021-10-13" },
      ...{ text: "Please open specific tickets.", sourceUrl: "https://pagure.io/centos/board/issue/63" },
      ...given,
    });

  it("is taken up where it stopped: redirected then, and splitting now", async () => {
    const { id, number } = await anImportedThread();
    expectDone(await recordPastDecision(board.chair, await past(number)));
    expect(await statusOf({ id })).toMatchObject({ status: "splitting", closedAs: null });
    expect(await listDecisions(thePublic, number)).toMatchObject([
      { outcome: "redirected", meeting: null, sourceUrl: "https://pagure.io/centos/board/issue/63" },
    ]);
  });

  it("is refused to a director, for a date to come, and for a thread that was not imported", async () => {
    const { id, number } = await anImportedThread();
    expect(await recordPastDecision(board.ada, await past(number))).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const later = await past(number, { decidedOn: inDays(2) });
    expect(await recordPastDecision(board.chair, later)).toMatchObject({
      refusal: { errors: [{ path: "decidedOn" }] },
    });
    await db.proposal.update({ where: { id }, data: { sourceKey: null } });
    expect(await recordPastDecision(board.chair, await past(number))).toMatchObject({
      refusal: { code: "refused" },
    });
    expect((await statusOf({ id })).status).toBe("closed");
  });

  it("is taken up once, when two do it at the same time", async () => {
    const { id, number } = await anImportedThread();
    const input = await past(number);
    const results = await Promise.all([1, 2].map(() => recordPastDecision(board.chair, input)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.decision.count({ where: { proposalId: id } })).toBe(1);
  });
});
