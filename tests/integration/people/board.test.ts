import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/calendar-date";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { partsOnTheDay } from "@/lib/meetings/attendance-parts";
import { expectedQuorum } from "@/lib/meetings/expected-quorum";
import { tellOfEvent } from "@/lib/notifications/tell";
import { endRole } from "@/lib/people/commands/end-role";
import { giveRole } from "@/lib/people/commands/give-role";
import { recordPastRole } from "@/lib/people/commands/record-past-role";
import { remindOfTerms } from "@/lib/people/commands/remind-of-terms";
import { setTerm } from "@/lib/people/commands/set-term";
import { findComposition, listEverybody } from "@/lib/people/composition-queries";
import { endRoleInput, pastRoleInput, roleGrantInput, setTermInput } from "@/lib/people/people-schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";
import { aBallot } from "../../factories/ballots";
import { aMeeting } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

const system: Actor = { kind: "system", name: "a test" };
const director = (person: Person, more: object = {}) => ({
  ...{ person: person.handle, role: "director", body: "board" },
  ...more,
});
const joins = async (person: Person, more: object = {}) =>
  expectDone(await giveRole(system, roleGrantInput.parse(director(person, more))));
const leaves = async (person: Person) =>
  expectDone(await endRole(system, endRoleInput.parse(director(person))));
const was = (person: Person, since: string, until: string, by: Actor = system) =>
  recordPastRole(by, pastRoleInput.parse(director(person, { since, until })));

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function namesOn(day?: string): Promise<string[]> {
  const board = await findComposition("board", day);
  return (board?.members ?? []).map(({ person }) => person.handle);
}

describe("the board of a day", () => {
  it("is told from the dates of its roles, also of those that were written down later", async () => {
    const { ada } = await theBoard();
    const former = await aPerson();
    expectDone(await was(former, "2015-03-01", "2016-03-01"));
    expect(await namesOn("2015-12-24")).toEqual([former.handle]);
    expect(await namesOn("2016-03-01")).not.toContain(former.handle);
    expect(await namesOn()).toContain(ada.handle);
    expect((await findComposition("board", "2015-12-24"))?.quorum).toEqual({ seated: 1, needed: 1 });
    expect(await findComposition("no-such-body")).toBeNull();
  });

  it("is not written twice for the same time, nor for days to come, nor by anybody but administrators", async () => {
    const { ada, chair } = await theBoard();
    const former = await aPerson();
    expectDone(await was(former, "2015-03-01", "2016-03-01"));
    expect(refusalOf(await was(former, "2016-01-01", "2017-01-01")).errors).toMatchObject([
      { path: "until" },
    ]);
    expect(refusalOf(await was(ada, "2019-01-01", "2021-01-01")).code).toBe("invalid");
    expect(refusalOf(await was(former, "2025-01-01", "2199-01-01")).code).toBe("invalid");
    expect(refusalOf(await was(former, "2018-01-01", "2018-02-01", chair)).code).toBe("forbidden");
    const both = await Promise.all([
      was(former, "2012-01-01", "2013-01-01"),
      was(former, "2012-06-01", "2013-06-01"),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      pastRoleInput.safeParse(director(former, { since: "2016-01-01", until: "2015-01-01" })).success,
    ).toBe(false);
  });

  it("counts in the votes and meetings of its date: who joins or leaves later changes neither", async () => {
    const board = await theBoard();
    const before = new Date(Date.now() - 60_000);
    const { number } = await aProposal({ by: board.bea }).inDiscussion();
    const ballot = await aBallot({ board, proposal: number }).open();
    const newcomer = await aPerson();
    await joins(newcomer);
    await leaves(board.cy);
    const voters = await db.ballotVoter.findMany({ where: { ballotId: ballot } });
    const ids = voters.map(({ personId }) => personId);
    expect(ids).toContain(board.cy.personId);
    expect(ids).not.toContain(newcomer.personId);
    const parts = await partsOnTheDay(db, { id: 0, openedAt: before });
    expect(parts.get(board.cy.personId)).toBe("director");
    expect(parts.has(newcomer.personId)).toBe(false);
    const later = await partsOnTheDay(db, { id: 0, openedAt: new Date() });
    expect(later.has(board.cy.personId)).toBe(false);
    expect(later.get(newcomer.personId)).toBe("director");
  });

  it("is the one that a meeting expects: of a past meeting those who sat then, of a coming one those who sit now", async () => {
    const board = await theBoard();
    const tomorrow = isoDate(new Date(Date.now() + 86_400_000));
    const [past, coming] = [
      await at("2024-05-01T12:00:00Z", () => aMeeting({ by: board.secretary, date: "2024-05-08" }).planned()),
      await aMeeting({ by: board.secretary, date: tomorrow }).planned(),
    ];
    const seatsIn = async (date: string) => (await findAgenda(board.secretary, date))?.seats ?? [];
    const newcomer = await aPerson();
    await joins(newcomer);
    await leaves(board.cy);
    const [then, soon] = [await seatsIn(past.date), await seatsIn(coming.date)];
    expect(then.map(({ handle }) => handle)).toContain(board.cy.handle);
    expect(then.map(({ handle }) => handle)).not.toContain(newcomer.handle);
    expect(soon.map(({ handle }) => handle)).toContain(newcomer.handle);
    expect(soon.map(({ handle }) => handle)).not.toContain(board.cy.handle);
    expect(expectedQuorum(soon).seated).toBe(expectedQuorum(then).seated);
  });
});

describe("a term", () => {
  const inDays = (days: number) => isoDate(new Date(Date.now() + days * 86_400_000));
  const setsTerm = (person: Person, termEnds: string, by: Actor = system) =>
    setTerm(by, setTermInput.parse(director(person, { termEnds })));
  const reminders = (person: Person) =>
    db.event.findMany({ where: { type: "person.term_ending", subjectId: person.personId } });

  it("is shown, reminded of once before it ends, and ends no role by itself", async () => {
    const board = await theBoard();
    const who = await aPerson();
    await joins(who, { termEnds: inDays(20) });
    const shown = (await findComposition("board"))?.members.find(
      ({ person }) => person.handle === who.handle,
    );
    expect(shown).toMatchObject({ role: "director", termEnds: inDays(20) });
    await Promise.all([remindOfTerms(30), remindOfTerms(30)]);
    await remindOfTerms(30);
    const [event, ...more] = await reminders(who);
    expect(more).toEqual([]);
    await tellOfEvent(event?.id ?? 0n);
    const told = await db.notice.findMany({ where: { eventId: event?.id ?? 0n } });
    expect(told.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([who.personId, board.chair.personId, board.secretary.personId]),
    );
    const afterwards = new Date(Date.now() + 40 * 86_400_000);
    expect(await at(afterwards, () => namesOn())).toContain(who.handle);
  });

  it("that is moved is reminded of anew, one that is far off or taken away not at all", async () => {
    await theBoard();
    const who = await aPerson();
    await joins(who, { termEnds: inDays(200) });
    await remindOfTerms(30);
    expect(await reminders(who)).toHaveLength(0);
    expectDone(await setsTerm(who, inDays(10)));
    await remindOfTerms(30);
    expectDone(await setsTerm(who, inDays(12)));
    await remindOfTerms(30);
    expect(await reminders(who)).toHaveLength(2);
    expectDone(await setsTerm(who, ""));
    await remindOfTerms(30);
    expect(await reminders(who)).toHaveLength(2);
    expect(await remindOfTerms(0)).toBe(0);
  });

  it("is set by administrators, of a role that is held, on a day that exists", async () => {
    const { ada, chair } = await theBoard();
    const stranger = await aPerson();
    expect(refusalOf(await setsTerm(ada, inDays(10), chair)).code).toBe("forbidden");
    expect(refusalOf(await setsTerm(stranger, inDays(10))).code).toBe("conflict");
    expect(setTermInput.safeParse(director(ada, { termEnds: "2027-02-30" })).success).toBe(false);
  });
});

describe("the list of people", () => {
  it("finds everybody who has an account by name or handle, and nobody who has left or was only imported", async () => {
    const { ada } = await theBoard();
    const { people } = await listEverybody({ q: `@${ada.handle}` });
    expect(people).toMatchObject([
      { handle: ada.handle, roles: [{ role: "director", bodyHandle: "board" }] },
    ]);
    await db.person.update({ where: { id: ada.personId }, data: { disabledAt: new Date() } });
    expect((await listEverybody({ q: ada.handle })).people).toEqual([]);
    expect((await listEverybody({ q: "100%_" })).people).toEqual([]);
  });
});
