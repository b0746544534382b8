import { beforeAll, describe, expect, it } from "vitest";
import { at, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { findAction, findActionsOf, listActions } from "@/lib/meetings/action-queries";
import { reassignActionInput, reportActionInput } from "@/lib/meetings/action-schema";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import { reassignAction } from "@/lib/meetings/commands/reassign-action";
import { remindOwners } from "@/lib/meetings/commands/remind-owners";
import { reportAction } from "@/lib/meetings/commands/report-action";
import { findMinutes } from "@/lib/meetings/minutes-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aMeeting, inDays, meetingVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aSession, said } from "../../factories/sessions";

type Board = Awaited<ReturnType<typeof theBoard>>;
let board: Board;
let day = 30;
const nextDate = () => inDays(day++);
beforeAll(async () => {
  board = await theBoard();
});

async function ended(date: string) {
  expectDone(await adjourn(board.chair, { date, version: await meetingVersionOf(date), followUp: "" }));
}

/** A meeting that gave one ACTION to somebody, and is over. */
async function given(owner: Person, executive = false) {
  const by = executive ? board.cy : undefined;
  const { date, proposal } = await aSession({ board, date: nextDate(), by, executive }).reviewing();
  const action = { kind: "action", text: "Write the mail to infra.", owner: `@${owner.handle}` };
  const { lineId } = await said(board.secretary, proposal.itemId, action);
  await ended(date);
  return { date, lineId, proposal };
}

/** A later meeting in which nothing of it was said. */
async function held() {
  const { date } = await aMeeting({ by: board.secretary, date: nextDate() }).published();
  expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
  await ended(date);
  return date;
}

const report = (by: Person, input: object) => reportAction(by, reportActionInput.parse(input));
const reassign = (by: Person, input: object) => reassignAction(by, reassignActionInput.parse(input));
const ownOf = async (owner: Person) => (await listActions(owner, { mine: true })).actions;

describe("an ACTION", () => {
  it("is carried until its owner says that it is done, and every report stays", async () => {
    const owner = await aPerson();
    const { lineId, date } = await given(owner);
    expect(await ownOf(owner)).toMatchObject([{ id: lineId, carriedCount: 0, needsReport: true, date }]);
    await held();
    expectDone(await report(owner, { lineId, version: 0, move: "go_on", note: "Half of it is written." }));
    expect(await ownOf(owner)).toMatchObject([{ carriedCount: 1, needsReport: false, status: "on_its_way" }]);
    await held();
    expect(await ownOf(owner)).toMatchObject([{ carriedCount: 2, needsReport: true }]);
    const stuck = { lineId, version: 2, move: "get_stuck", note: "" };
    expect(await report(owner, stuck)).toMatchObject({ refusal: { errors: [{ path: "note" }] } });
    expectDone(await report(board.secretary, { ...stuck, note: "Nobody answers." }));
    expectDone(await report(owner, { lineId, version: 3, move: "finish", note: "Sent." }));
    await held();
    expect(await ownOf(owner)).toEqual([]);
    const whole = await findAction(thePublic, lineId);
    expect(whole).toMatchObject({ status: "done", carriedCount: 2, moves: [] });
    expect(whole?.reports.map(({ status, note }) => [status, note])).toEqual([
      ["done", "Sent."],
      ["stuck", "Nobody answers."],
      ["on_its_way", "Half of it is written."],
    ]);
    await expect(db.$executeRaw`DELETE FROM "ActionReport"`).rejects.toThrow("append-only");
  });

  it("is reported on by nobody else, and by one of two at once", async () => {
    const owner = await aPerson();
    const { lineId } = await given(owner);
    const done = { lineId, version: 0, move: "finish" };
    expect(await report(await aPerson(), done)).toMatchObject({ refusal: { code: "forbidden" } });
    const both = await Promise.all([report(owner, done), report(board.chair, { ...done, move: "go_on" })]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({
      refusal: { code: expect.stringMatching(/conflict|refused/) },
    });
  });

  it("is handed on: its new owner has it, and what the minutes say stays as it was said", async () => {
    const [owner, other] = [await aPerson(), await aPerson()];
    const { lineId, date } = await given(owner);
    expectDone(await publishMinutes(board.secretary, { date, version: await meetingVersionOf(date) }));
    const input = { lineId, version: 0, owner: `@${other.handle}`, reason: "Leaves the project." };
    expect(await reassign(other, input)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await reassign(board.chair, { ...input, owner: "@nobody-at-all" })).toMatchObject({
      refusal: { errors: [{ path: "owner" }] },
    });
    expectDone(await reassign(board.chair, input));
    expect([await ownOf(owner), await ownOf(other)]).toMatchObject([[], [{ id: lineId }]]);
    expect((await findMinutes(thePublic, date))?.shown?.markdown).toContain(
      `ACTION: @${owner.handle}: Write`,
    );
    expect(await report(owner, { lineId, version: 2, move: "finish" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });

  it("whose owner has left is shown as such", async () => {
    const owner = await aPerson({ roles: [{ role: "sig_member", body: "sig-leaving" }] });
    const { lineId } = await given(owner);
    expect(await findAction(thePublic, lineId)).toMatchObject({ ownerLeft: false });
    await db.roleGrant.updateMany({ where: { personId: owner.personId }, data: { until: now() } });
    expect(await findAction(thePublic, lineId)).toMatchObject({ ownerLeft: true });
  });

  it("of an executive item does not exist for others", async () => {
    const { lineId, date } = await given(board.cy, true);
    const guest = await aPerson();
    expect(await findAction(guest, lineId)).toBeNull();
    expect((await findActionsOf(thePublic, date))?.actions).toEqual([]);
    expect(await report(guest, { lineId, version: 0, move: "finish" })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await findAction(board.ada, lineId)).toMatchObject({ executive: true });
  });
});

describe("a meeting", () => {
  it("opens with what earlier ones left open, and its minutes say what was reported", async () => {
    const [owner, lazy] = [await aPerson(), await aPerson()];
    const { lineId } = await given(owner);
    const { lineId: other } = await given(lazy);
    const { date } = await aMeeting({ by: board.secretary, date: nextDate() }).published();
    const ids = (await findActionsOf(thePublic, date))?.actions.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([lineId, other]));
    expectDone(await callToOrder(board.chair, { date, version: await meetingVersionOf(date) }));
    const went = { lineId, version: 0, move: "go_on", note: "On Tuesday.", meeting: date };
    expect(expectDone(await report(board.secretary, went))).toEqual({ lineId, meeting: date });
    await ended(date);
    const markdown = (await findMinutes(board.ada, date))?.shown?.markdown;
    expect(markdown).toContain("## Reports on earlier actions");
    expect(markdown).toMatch(
      new RegExp(`@${owner.handle}, from .*: Write the mail to infra. – On its way: On Tuesday.`),
    );
    expect(markdown).not.toContain(`@${lazy.handle}, from`);
  });

  it("reminds the owners ahead, once for each ACTION however many workers run, and whoever reported not at all", async () => {
    const [owner, prompt] = [await aPerson(), await aPerson()];
    const { lineId } = await given(owner);
    const { lineId: told } = await given(prompt);
    expectDone(await report(prompt, { lineId: told, version: 0, move: "go_on" }));
    const { date, id } = await aMeeting({ by: board.secretary, date: nextDate() }).published();
    const eve = new Date(`${date}T12:00:00Z`);
    await at(new Date(eve.getTime() - 5 * 86_400_000), remindOwners);
    const remindedOf = () =>
      db.actionReminder.findMany({ where: { meetingId: id }, select: { lineId: true } });
    expect(await remindedOf()).toEqual([]);
    await Promise.all([at(eve, remindOwners), at(eve, remindOwners)]);
    expect(await at(eve, remindOwners)).toBe(0);
    const lines = (await remindedOf()).map((row) => row.lineId);
    expect(lines).toContain(lineId);
    expect(lines).not.toContain(told);
    const events = await db.event.findMany({ where: { type: "action.reminded", meetingId: id } });
    const theirs = events.filter(
      ({ data }) => (data as { ownerPersonId: number }).ownerPersonId === owner.personId,
    );
    expect(theirs).toHaveLength(1);
  });
});
