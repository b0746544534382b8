import { beforeAll, describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import {
  amendMotionInput,
  ballotMoveInput,
  callOffInput,
  makeMotionInput,
  markCriticalInput,
  rollCallInput,
  secondMotionInput,
} from "@/lib/decisions/ballot-schema";
import { amendMotion } from "@/lib/decisions/commands/amend-motion";
import { callOffBallot } from "@/lib/decisions/commands/call-off-ballot";
import { closeBallot, closeDueBallots, endVote } from "@/lib/decisions/commands/close-ballot";
import { continueBallot } from "@/lib/decisions/commands/continue-ballot";
import { makeMotion } from "@/lib/decisions/commands/make-motion";
import { markCritical } from "@/lib/decisions/commands/mark-critical";
import { openBallot } from "@/lib/decisions/commands/open-ballot";
import { recordRollCall } from "@/lib/decisions/commands/record-roll-call";
import { secondMotion } from "@/lib/decisions/commands/second-motion";
import { withdrawMotion } from "@/lib/decisions/commands/withdraw-motion";
import type { Actor } from "@/lib/workflow/actor";
import { aBallot, ballotRow, ballotVersionOf, takes } from "../../factories/ballots";
import { aConcern } from "../../factories/concerns";
import { send } from "../../factories/discussion";
import { inDays } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";
import { aSession, decided } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 30;
const portal: Actor = { kind: "system", name: "The portal" };
beforeAll(async () => {
  board = await theBoard();
});

const discussed = async (by?: Person) => (await aProposal({ by }).inDiscussion()).number;
const openOn = async (rule = "consensus") => aBallot({ board, proposal: await discussed(), rule }).open();
const move = async (command: typeof openBallot, by: Person, ballot: number) =>
  send(ballotMoveInput, command, by, { ballot, version: await ballotVersionOf(ballot) });
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
/** A vote in a meeting in which chair, liaison, Ada and Bea are present. */
async function voteInMeeting(rule = "majority", executive = false) {
  const session = await aSession({
    board,
    date: inDays(day++),
    by: executive ? board.cy : undefined,
    executive,
  }).reviewing();
  const ballot = await aBallot({ board, itemId: session.proposal.itemId, rule }).open();
  return { ...session, ballot };
}

describe("a motion", () => {
  it("is moved by a director, seconded by another, and then open to a vote with its rules, seats and revision", async () => {
    const ballot = await openOn();
    expect(await ballotRow(ballot)).toMatchObject({
      status: "open",
      revision: 1,
      rules: { rule: "consensus", consensusVotes: 3, consensusHours: 72 },
    });
    expect(await db.ballotVoter.count({ where: { ballotId: ballot } })).toBe(5);
  });

  it("is not moved by a contributor, nor seconded by its mover", async () => {
    const proposal = await discussed();
    const motion = { proposal, text: "To approve it.", outcome: "approved", rule: "consensus" };
    expect(await send(makeMotionInput, makeMotion, await aPerson(), motion)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const ballot = await aBallot({ board, proposal }).moved();
    const values = { ballot, version: 1 };
    expect(await send(secondMotionInput, secondMotion, board.ada, values)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await move(openBallot, board.chair, ballot)).toMatchObject({ refusal: { code: "refused" } });
  });

  it("is written down by the secretary for who moved and seconded it, and the history says for whom", async () => {
    const motion = {
      proposal: await discussed(),
      text: "To approve it.",
      outcome: "approved",
      rule: "consensus",
    };
    const named = { mover: board.ada.handle, seconder: `@${board.bea.handle}` };
    const { ballot } = expectDone(
      await send(makeMotionInput, makeMotion, board.secretary, { ...motion, ...named }),
    );
    expect(await ballotRow(ballot)).toMatchObject({ status: "seconded", moverId: board.ada.personId });
    const event = await db.event.findFirstOrThrow({ where: { type: "motion.made", subjectId: ballot } });
    expect(event).toMatchObject({ actorId: board.secretary.personId, onBehalfOf: board.ada.name });
  });

  it("outside of a meeting is not decided by those present, and is the only one on its proposal", async () => {
    const proposal = await discussed();
    const motion = { proposal, text: "To approve it.", outcome: "approved", rule: "majority" };
    expect(await send(makeMotionInput, makeMotion, board.ada, motion)).toMatchObject({
      refusal: { errors: [{ path: "rule" }] },
    });
    await aBallot({ board, proposal }).moved();
    const second = { ...motion, rule: "consensus" };
    expect(await send(makeMotionInput, makeMotion, board.bea, second)).toMatchObject({
      refusal: { code: "conflict" },
    });
  });

  it("is amended and withdrawn before its vote opens, and never afterwards", async () => {
    const ballot = await aBallot({ board, proposal: await discussed() }).seconded();
    const amended = {
      ballot,
      version: 2,
      text: "To approve asks 1 and 2.",
      outcome: "approved",
      rule: "consensus",
    };
    expectDone(await send(amendMotionInput, amendMotion, board.ada, amended));
    expect(await ballotRow(ballot)).toMatchObject({ status: "moved", seconderId: null });
    expectDone(await move(withdrawMotion, board.ada, ballot));
    const other = await openOn();
    const change = { ...amended, ballot: other, version: await ballotVersionOf(other) };
    expect(await send(amendMotionInput, amendMotion, board.ada, change)).toMatchObject({
      refusal: { code: "refused" },
    });
    expect(await move(withdrawMotion, board.ada, other)).toMatchObject({ refusal: { code: "refused" } });
    await expect(db.ballot.update({ where: { id: other }, data: { text: "Else." } })).rejects.toThrow();
  });
});

describe("a position", () => {
  it("−1 without a reason is refused at its field; with one it blocks, and taken back it blocks no more", async () => {
    const ballot = await openOn();
    expect(await takes(board.cy, ballot, "against", { reason: "  " })).toMatchObject({
      refusal: { errors: [{ path: "reason" }] },
    });
    expectDone(await takes(board.cy, ballot, "against", { reason: "Nobody pays for the power." }));
    for (const director of [board.chair, board.ada, board.bea])
      expectDone(await takes(director, ballot, "for"));
    await at(later(80), closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ status: "open" });
    expectDone(await takes(board.cy, ballot, "withdrawn"));
    await at(later(80), closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ status: "closed", result: "carried" });
    const said = await db.position.findMany({
      where: { ballotId: ballot, personId: board.cy.personId },
      orderBy: { id: "asc" },
    });
    expect(said.map(({ value }) => value)).toEqual(["against", "withdrawn"]);
  });

  it("of somebody without a seat is advisory, and decides nothing", async () => {
    const ballot = await openOn();
    for (let count = 0; count < 3; count += 1) expectDone(await takes(await aPerson(), ballot, "for"));
    await at(later(80), closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ status: "open" });
    expect(await db.position.count({ where: { ballotId: ballot, binding: false } })).toBe(3);
  });

  it("is refused to a director who left yesterday; what they said before stays, and a director who joined is advisory", async () => {
    const leaver = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const ballot = await openOn();
    expectDone(await takes(leaver, ballot, "for"));
    await db.roleGrant.updateMany({ where: { personId: leaver.personId }, data: { until: new Date() } });
    expect(await takes({ ...leaver, roles: [] }, ballot, "against", { reason: "I left." })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("not a director any more") },
    });
    const joiner = await aPerson({ roles: [{ role: "director", body: "board" }] });
    expectDone(await takes(joiner, ballot, "for"));
    await db.roleGrant.updateMany({ where: { personId: joiner.personId }, data: { until: new Date() } });
    expect(await db.position.findMany({ where: { ballotId: ballot }, orderBy: { id: "asc" } })).toMatchObject(
      [
        { value: "for", binding: true },
        { value: "for", binding: false },
      ],
    );
  });

  it("is written down by the secretary for a member, marked as such, and by nobody else", async () => {
    const ballot = await openOn();
    const person = board.ada.handle;
    expect(await takes(board.bea, ballot, "for", { person })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expectDone(await takes(board.secretary, ballot, "for", { person }));
    expect(await db.position.findFirst({ where: { ballotId: ballot } })).toMatchObject({
      personId: board.ada.personId,
      recordedById: board.secretary.personId,
    });
  });

  it("sent from two windows at once has one winner", async () => {
    const ballot = await openOn();
    const results = await Promise.all(
      ["for", "abstain"].map((value) => takes(board.ada, ballot, value, { seen: 0 })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.position.count({ where: { ballotId: ballot } })).toBe(1);
  });

  it("after the close is refused, by the command and by the database itself", async () => {
    const ballot = await openOn();
    for (const director of [board.chair, board.ada, board.bea])
      expectDone(await takes(director, ballot, "for"));
    expect(await at(later(72.1), closeDueBallots)).toBeGreaterThan(0);
    expect(await takes(board.cy, ballot, "against", { reason: "Late." })).toMatchObject({
      refusal: { code: "refused", message: expect.stringContaining("The vote closed") },
    });
    const row = {
      ballotId: ballot,
      personId: board.cy.personId,
      number: 1,
      value: "for",
      binding: true,
    } as const;
    await expect(db.position.create({ data: { ...row, recordedById: board.cy.personId } })).rejects.toThrow();
  });
});

describe("a ballot closes by itself", () => {
  it("not at 71:59 and at 72:00, once, however many workers come at the same moment", async () => {
    const opened = new Date("2027-03-27T20:00:00Z"); // the clocks of Europe change in this night
    const ballot = await at(opened, () => openOn());
    for (const director of [board.chair, board.ada, board.bea]) {
      expectDone(await at(opened, () => takes(director, ballot, "for")));
    }
    await at("2027-03-30T19:59:00Z", closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ status: "open" });
    expect(await at("2027-03-30T19:59:00Z", () => closeBallot(portal, ballot))).toMatchObject({
      refusal: { message: expect.stringContaining("Earliest close: Tue 30 Mar 20:00 UTC") },
    });
    await Promise.all([1, 2, 3].map(() => at("2027-03-30T20:00:00Z", closeDueBallots)));
    expect(await ballotRow(ballot)).toMatchObject({ status: "closed", result: "carried" });
    expect(await db.event.count({ where: { type: "ballot.closed", subjectId: ballot } })).toBe(1);
  });

  it("as blocked where a concern stands to its last day, and carries once it is gone", async () => {
    const proposal = await discussed();
    const ballot = await aBallot({ board, proposal }).open();
    for (const director of [board.chair, board.ada, board.bea])
      expectDone(await takes(director, ballot, "for"));
    await aConcern(board.cy, proposal);
    await at(later(100), closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ status: "open" });
    await at(later(15 * 24), closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ result: "blocked" });
  });

  it("waits for the liaison where they marked it as critical, and for nobody else's mark", async () => {
    const ballot = await openOn();
    const mark = async (by: Person) =>
      send(markCriticalInput, markCritical, by, {
        ballot,
        version: await ballotVersionOf(ballot),
        critical: "yes",
      });
    expect(await mark(board.ada)).toMatchObject({ refusal: { code: "forbidden" } });
    expectDone(await mark(board.liaison));
    for (const director of [board.chair, board.ada, board.bea])
      expectDone(await takes(director, ballot, "for"));
    await at(later(80), closeDueBallots);
    expect(await ballotRow(ballot)).toMatchObject({ status: "open" });
    expectDone(await at(later(81), () => takes(board.liaison, ballot, "aside")));
    expect(await ballotRow(ballot)).toMatchObject({ status: "closed", result: "carried" });
  });

  it("never with a result where the chair called it off, or its proposal was closed", async () => {
    const ballot = await openOn();
    const values = { ballot, version: await ballotVersionOf(ballot), reason: "It is overtaken." };
    expect(await send(callOffInput, callOffBallot, board.ada, values)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expectDone(await send(callOffInput, callOffBallot, board.chair, values));
    expect(await ballotRow(ballot)).toMatchObject({ status: "withdrawn", result: null });
  });
});

describe("a vote in a meeting", () => {
  it("by roll call is written in one form, and closes when all who are present have answered", async () => {
    const { ballot, date } = await voteInMeeting();
    const people = [board.chair, board.liaison, board.ada, board.bea];
    const answers = ["for", "for", "for", "against"];
    const positions = people.map(({ handle }, place) => ({
      ...{ person: handle, value: answers[place], reason: answers[place] === "against" ? "Too early." : "" },
    }));
    expect(await send(rollCallInput, recordRollCall, board.ada, { ballot, positions })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expectDone(await send(rollCallInput, recordRollCall, board.secretary, { ballot, positions }));
    expect(await ballotRow(ballot)).toMatchObject({ status: "closed", result: "carried" });
    expect(await db.event.count({ where: { meeting: { date }, type: "position.taken" } })).toBe(4);
  });

  it("of which one answer is wrong is not written at all", async () => {
    const { ballot } = await voteInMeeting();
    const positions = [
      { person: board.ada.handle, value: "for", reason: "" },
      { person: "nobody-of-that-name", value: "for", reason: "" },
    ];
    expect(await send(rollCallInput, recordRollCall, board.chair, { ballot, positions })).toMatchObject({
      refusal: { errors: [{ path: "positions.1.value" }] },
    });
    expect(await db.position.count({ where: { ballotId: ballot } })).toBe(0);
  });

  it("ends in a tie that does not carry, and says so", async () => {
    const { ballot } = await voteInMeeting();
    for (const by of [board.chair, board.ada]) expectDone(await takes(by, ballot, "for"));
    for (const by of [board.liaison, board.bea])
      expectDone(await takes(by, ballot, "against", { reason: "No." }));
    expect(await ballotRow(ballot)).toMatchObject({
      result: "tied",
      resultText: expect.stringContaining("A tie, 2 of 4"),
    });
  });

  it("waits while the quorum is lost, and is ended by the chair with what is there", async () => {
    const { ballot, date } = await voteInMeeting();
    const gone = { meeting: { date }, personId: { in: [board.chair.personId, board.liaison.personId] } };
    await db.attendance.updateMany({ where: gone, data: { state: "absent" } });
    for (const by of [board.ada, board.bea]) expectDone(await takes(by, ballot, "for"));
    expect(await ballotRow(ballot)).toMatchObject({ status: "open" });
    expectDone(await move(endVote, board.chair, ballot));
    expect(await ballotRow(ballot)).toMatchObject({ result: "no_quorum" });
  });

  it("holds up the decision until it is over; then the decision says what it came to", async () => {
    const { ballot, proposal } = await voteInMeeting();
    expect(await decided(board.chair, proposal.itemId)).toMatchObject({
      refusal: { message: expect.stringContaining("not voted on yet") },
    });
    for (const by of [board.chair, board.liaison, board.ada, board.bea])
      expectDone(await takes(by, ballot, "for"));
    expect(await decided(board.chair, proposal.itemId, { outcome: "declined" })).toMatchObject({
      refusal: { errors: [{ path: "outcome" }] },
    });
    const { decisionId } = expectDone(await decided(board.chair, proposal.itemId, { method: "motion" }));
    expect(await db.decision.findUnique({ where: { id: decisionId } })).toMatchObject({ ballotId: ballot });
  });

  it("goes on outside of it where the chair says so, for every seat", async () => {
    const { ballot } = await voteInMeeting();
    expectDone(await move(continueBallot, board.chair, ballot));
    expectDone(await takes(board.cy, ballot, "for"));
    expect(await move(endVote, board.chair, ballot)).toMatchObject({ refusal: { code: "refused" } });
    expect(await ballotRow(ballot)).toMatchObject({ status: "open", deadlineAt: expect.any(Date) });
  });
});
