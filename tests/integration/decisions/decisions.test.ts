import { beforeAll, describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { findBallot, listBallotsOf } from "@/lib/decisions/ballot-queries";
import { ballotMoveInput } from "@/lib/decisions/ballot-schema";
import { closeDueBallots } from "@/lib/decisions/commands/close-ballot";
import { recordConfirmedBallotDecision } from "@/lib/decisions/commands/confirm-first";
import { continueBallot } from "@/lib/decisions/commands/continue-ballot";
import { correctDecision } from "@/lib/decisions/commands/correct-decision";
import { readDecisionFilter } from "@/lib/decisions/list-filter";
import { findDecision, listAllDecisions, listDecisionYears } from "@/lib/decisions/queries";
import { confirmedBallotDecisionInput, correctionInput } from "@/lib/decisions/schema";
import { findHome } from "@/lib/home/queries";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { findMinutes } from "@/lib/meetings/minutes-queries";
import { findSession } from "@/lib/meetings/session-queries";
import { tellOfEvent } from "@/lib/notifications/tell";
import { search } from "@/lib/search/queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aBallot, ballotRow, ballotVersionOf, takes } from "../../factories/ballots";
import { send } from "../../factories/discussion";
import { inDays, meetingVersionOf } from "../../factories/meetings";
import { type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";
import { aSession, decided, statusOf } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 30;
beforeAll(async () => {
  board = await theBoard();
});
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);

async function aCarriedBallot() {
  const proposal = await aProposal().inDiscussion();
  const ballot = await aBallot({ board, proposal: proposal.number }).open();
  for (const director of [board.chair, board.ada, board.bea])
    expectDone(await takes(director, ballot, "for"));
  await at(later(73), closeDueBallots);
  return { proposal, ballot };
}

const decideOn = (by: Person, ballot: number, given: Record<string, unknown> = {}) =>
  send(confirmedBallotDecisionInput, recordConfirmedBallotDecision, by, {
    ...{ ballot, outcome: "approved", confirmed: "approved", text: "The board approves it.", ...given },
  });
const correct = (by: Person, decision: number, given: Record<string, unknown> = {}) =>
  send(correctionInput, correctDecision, by, {
    ...{
      decision,
      outcome: "approved",
      text: "The board approves ask 1.",
      why: "Ask 2 was never meant.",
      ...given,
    },
  });

describe("a ballot outside of a meeting", () => {
  it("leads to a decision that names it, once it was shown what that does and was confirmed", async () => {
    const { proposal, ballot } = await aCarriedBallot();
    expect(await decideOn(board.chair, ballot, { confirmed: "" })).toMatchObject({
      refusal: {
        message: expect.stringContaining("Nothing is recorded yet"),
        errors: [{ path: "confirmed" }],
      },
    });
    for (const by of [board.ada, board.secretary])
      expect(await decideOn(by, ballot)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await decideOn(board.chair, ballot, { outcome: "declined", confirmed: "declined" })).toMatchObject(
      {
        refusal: { errors: [{ path: "outcome" }] },
      },
    );
    const home = await findHome(board.chair);
    expect(home.moves.map(({ href }) => href)).toContain(`/ballots/${ballot}#decide`);
    const { decisionId } = expectDone(await decideOn(board.chair, ballot));
    expect(await statusOf(proposal)).toMatchObject({ status: "splitting" });
    expect(await findDecision(thePublic, decisionId)).toMatchObject({
      ballot: { id: ballot, result: "carried" },
      meeting: null,
    });
    expect(await decideOn(board.chair, ballot)).toMatchObject({ refusal: { code: "conflict" } });
  });

  it("asks every seat on their home, and those who take part are told of a −1 and of its end", async () => {
    const proposal = await aProposal().inDiscussion();
    const ballot = await aBallot({ board, proposal: proposal.number }).open();
    const asked = async (actor: Actor) =>
      (await findHome(actor)).moves.some(({ href }) => href === `/ballots/${ballot}#position`);
    expect(await asked(board.cy)).toBe(true);
    expectDone(await takes(board.cy, ballot, "against", { reason: "Nobody pays." }));
    expect(await asked(board.cy)).toBe(false);
    expect(await asked(proposal.author)).toBe(false);
    for (const { id } of await db.event.findMany({
      where: { proposalId: proposal.id },
      orderBy: { id: "asc" },
    })) {
      await tellOfEvent(id);
    }
    const told = async ({ personId }: Person) =>
      (await db.notice.findMany({ where: { personId, href: `/ballots/${ballot}` } })).map(
        ({ sentence }) => sentence,
      );
    expect((await told(board.chair))[0]).toContain("Your position is wanted");
    for (const person of [board.ada, proposal.author]) {
      expect((await told(person)).at(-1)).toContain("said −1");
    }
  });

  it("keeps for a −1 the revision that it meant", async () => {
    const proposal = await aProposal().inDiscussion();
    const ballot = await aBallot({ board, proposal: proposal.number }).open();
    expectDone(await takes(board.cy, ballot, "against", { reason: "Nobody pays." }));
    await db.proposal.update({ where: { id: proposal.id }, data: { revision: 2 } });
    const shown = await findBallot(thePublic, ballot);
    expect(shown?.seats.find(({ handle }) => handle === board.cy.handle)?.position).toMatchObject({
      revision: 1,
    });
    expect(shown?.proposal?.revision).toBe(2);
  });
});

describe("a correction", () => {
  it("stands in the place of the earlier decision, both name each other, and neither is edited", async () => {
    const { ballot } = await aCarriedBallot();
    const { decisionId: earlier } = expectDone(await decideOn(board.chair, ballot));
    const { decisionId } = expectDone(await correct(board.chair, earlier));
    expect(await findDecision(thePublic, earlier)).toMatchObject({ correctedBy: decisionId });
    expect(await findDecision(thePublic, decisionId)).toMatchObject({
      corrects: earlier,
      correctionWhy: "Ask 2 was never meant.",
    });
    await expect(db.decision.update({ where: { id: earlier }, data: { text: "Else." } })).rejects.toThrow();
    const both = await Promise.all([1, 2].map(() => correct(board.chair, decisionId)));
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it("is refused to a director, without what was wrong, and where it would lead the proposal elsewhere", async () => {
    const { proposal } = await aSession({ board, date: inDays(day++) }).reviewing();
    const { decisionId } = expectDone(await decided(board.chair, proposal.itemId));
    expect(await correct(board.ada, decisionId)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await correct(board.chair, decisionId, { why: "" })).toMatchObject({
      refusal: { errors: [{ path: "why" }] },
    });
    expect(await correct(board.chair, decisionId, { outcome: "declined" })).toMatchObject({
      refusal: { errors: [{ path: "outcome" }] },
    });
    expectDone(await correct(board.chair, decisionId, { outcome: "redirected" }));
    expect((await findSession(board.chair, inDays(day - 1)))?.items[0]?.decision).toMatchObject({
      id: decisionId,
    });
  });
});

describe("the list of decisions", () => {
  it("is narrowed by outcome, year and words, and its pages lead on without a gap", async () => {
    const { proposal } = await aSession({ board, date: inDays(day++) }).reviewing();
    const text = "The board declines the hovercraft.";
    expectDone(await decided(board.chair, proposal.itemId, { outcome: "declined", text }));
    const list = async (search: Record<string, unknown>) =>
      (await listAllDecisions(thePublic, readDecisionFilter(search))).items.map((each) => each.text);
    expect(await list({ outcome: "declined" })).toContain(text);
    expect(await list({ outcome: "approved" })).not.toContain(text);
    expect(await list({ q: "hovercraft" })).toEqual([text]);
    expect(await search(thePublic, "hovercraft")).toMatchObject([
      { kind: "decision", excerpt: expect.stringContaining("‹hovercraft›") },
    ]);
    const [year = 0] = await listDecisionYears(thePublic);
    expect(await list({ q: "hovercraft", year })).toEqual([text]);
    expect(await list({ q: "hovercraft", year: year - 5 })).toEqual([]);
    const first = await listAllDecisions(thePublic, {});
    const rest = await listAllDecisions(thePublic, { cursor: first.items[0]?.id });
    expect(rest.items[0]?.id).toBe(first.items[1]?.id);
  });
});

describe("an executive ballot", () => {
  it("on a public proposal is not there for a guest nor for its author: in pages, lists, the session, history and exports", async () => {
    const { date, proposal } = await aSession({ board, date: inDays(day++) }).reviewing();
    await db.agendaItem.update({ where: { id: proposal.itemId }, data: { visibility: "executive" } });
    const motion = "To buy the castle in silence.";
    const ballot = await aBallot({ board, itemId: proposal.itemId, rule: "majority", text: motion }).open();
    for (const by of [board.chair, board.liaison, board.ada, board.bea])
      expectDone(await takes(by, ballot, "for"));
    const words = { method: "motion", text: "The board buys the castle." };
    const { decisionId } = expectDone(await decided(board.chair, proposal.itemId, words));
    expect(await search(board.cy, "castle")).toMatchObject([{ href: `/decisions/${decisionId}` }]);
    for (const outsider of [thePublic, proposal.author]) {
      expect(await findBallot(outsider, ballot)).toBeNull();
      expect(await search(outsider, "castle")).toEqual([]);
      expect(await listBallotsOf(outsider, proposal.number)).toEqual([]);
      expect(JSON.stringify(await findSession(outsider, date))).not.toContain(motion);
      for await (const line of exportAll(outsider)) {
        if (/"kind": ?"(ballot|position)"/.test(line)) expect(line).not.toContain(motion);
      }
    }
    expect(await findDecision(thePublic, decisionId)).toBeNull();
    expect((await listAllDecisions(thePublic, {})).items.map(({ id }) => id)).not.toContain(decisionId);
    const events = await db.event.findMany({ where: { subject: "ballot", subjectId: ballot } });
    expect(new Set(events.map(({ visibility }) => visibility))).toEqual(new Set(["executive"]));
    expect(await findBallot(board.cy, ballot)).toMatchObject({ result: "carried" });
  });
});

describe("a meeting", () => {
  it("is not adjourned over a vote: until it goes on outside, and then its item is deferred", async () => {
    const { date, proposal } = await aSession({ board, date: inDays(day++) }).reviewing();
    const ballot = await aBallot({ board, itemId: proposal.itemId, rule: "majority" }).open();
    const end = async () =>
      adjourn(board.chair, { date, version: await meetingVersionOf(date), followUp: "" });
    expect(await end()).toMatchObject({
      refusal: { message: expect.stringContaining("let it go on outside") },
    });
    const values = { ballot, version: await ballotVersionOf(ballot) };
    expectDone(await send(ballotMoveInput, continueBallot, board.secretary, values));
    expectDone(await end());
    expect(await statusOf(proposal)).toMatchObject({ status: "discussion" });
    for (const by of [board.chair, board.ada, board.bea]) expectDone(await takes(by, ballot, "for"));
    await at(later(15 * 24), closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ result: "carried" });
    expectDone(await decideOn(board.chair, ballot));
    expect(await statusOf(proposal)).toMatchObject({ status: "splitting" });
  });

  it("shows its motions with every position in its minutes", async () => {
    const { date, proposal } = await aSession({ board, date: inDays(day++) }).reviewing();
    const ballot = await aBallot({ board, itemId: proposal.itemId, rule: "two_thirds" }).open();
    for (const by of [board.chair, board.liaison, board.ada]) expectDone(await takes(by, ballot, "for"));
    expectDone(await takes(board.bea, ballot, "against", { reason: "Too early." }));
    expectDone(await decided(board.chair, proposal.itemId, { method: "motion" }));
    expectDone(await adjourn(board.chair, { date, version: await meetingVersionOf(date), followUp: "" }));
    const minutesMarkdown = (await findMinutes(board.secretary, date))?.shown?.markdown;
    expect(minutesMarkdown).toContain("MOTION (moved by");
    expect(minutesMarkdown).toContain(
      `+1: ${[board.chair, board.liaison, board.ada].map(({ name }) => name).join(", ")}`,
    );
    expect(minutesMarkdown).toMatch(/−1: .*: Too early\./);
  });
});
