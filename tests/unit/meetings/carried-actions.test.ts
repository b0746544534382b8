import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf } from "@/lib/keys-of";
import {
  type ActionFacts,
  type ActionMove,
  type ActionStatus,
  actionMachine,
} from "@/lib/meetings/action-machine";
import { carriedThrough, type HeldEvening, needsReport } from "@/lib/meetings/carried-count";
import { type MinutesCommentFacts, minutesCommentMachine } from "@/lib/meetings/minutes-comment-machine";
import type { Actor, Role } from "@/lib/workflow/actor";
import { decide } from "@/lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

function person(personId: number, ...held: Role[]): Actor {
  const roles = held.map((role) => ({ role, bodyId: 7 }));
  return { kind: "person", personId, handle: `p${personId}`, name: `P${personId}`, timeZone: "UTC", roles };
}

const people = {
  owner: person(1),
  secretary: person(2, "secretary"),
  chair: person(3, "chair"),
  director: person(4, "director"),
  somebody: person(5),
  public: { kind: "public" } as const,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;

const unsettled: readonly ActionStatus[] = ["open", "on_its_way", "stuck"];
const officers: readonly Who[] = ["secretary", "chair"];

describe("an ACTION of an earlier meeting", () => {
  const facts = (status: ActionStatus, more: Partial<ActionFacts> = {}): ActionFacts => ({
    ...{ status, ownerPersonId: 1, ownerBodyId: null, ticket: null, meetingIsOver: true },
    ...more,
  });

  it.each<[ActionMove, readonly ActionStatus[], ActionStatus, readonly Who[]]>([
    ["go_on", unsettled, "on_its_way", ["owner", ...officers]],
    ["get_stuck", unsettled, "stuck", ["owner", ...officers]],
    ["finish", unsettled, "done", ["owner", ...officers]],
    ["drop", unsettled, "dropped", officers],
    ["reopen", ["done", "dropped"], "open", officers],
  ])("%s leads from %j to %s, by %j", (move, from, to, may) => {
    for (const status of keysOf(actionMachine.statuses)) {
      // Object.keys forgets the keys
      for (const who of keysOf(people)) {
        const step = decide(actionMachine, move, people[who], facts(status));
        expect([status, who, step.ok]).toEqual([status, who, from.includes(status) && may.includes(who)]);
        if (step.ok) expect(step.value.to).toBe(to);
      }
    }
  });

  it("that became a ticket is reported on there, and one of a meeting that goes on not yet", () => {
    const became = decide(actionMachine, "finish", people.owner, facts("open", { ticket: 12 }));
    expect(became.ok ? "" : became.refusal.message).toContain("T-12");
    expect(decide(actionMachine, "finish", people.owner, facts("open", { meetingIsOver: false })).ok).toBe(
      false,
    );
  });

  it("of a group is reported on by whoever shares its duties", () => {
    const ofBody = facts("open", { ownerPersonId: null, ownerBodyId: 7 });
    expect(decide(actionMachine, "finish", people.director, ofBody).ok).toBe(true);
    expect(decide(actionMachine, "finish", people.somebody, ofBody).ok).toBe(false);
  });

  it("can be settled from everywhere, and nothing is a dead end", () => {
    expect(unreachable(actionMachine)).toEqual([]);
    expect(deadEnds(actionMachine)).toEqual([]);
    expect([...oddEventNames(actionMachine), ...oddEventNames(minutesCommentMachine)]).toEqual([]);
  });
});

describe("a comment on a draft of the minutes", () => {
  const facts = (more: Partial<MinutesCommentFacts> = {}): MinutesCommentFacts => ({
    ...{ status: "open", authorId: 4, minutesStatus: "draft" },
    ...more,
  });

  it("is resolved by the officers or its author, and by nobody else", () => {
    for (const [who, may] of [
      ["secretary", true],
      ["chair", true],
      ["director", true],
      ["somebody", false],
      ["public", false],
    ] as const) {
      expect([who, decide(minutesCommentMachine, "resolve", people[who], facts()).ok]).toEqual([who, may]);
    }
  });

  it("is opened again by the board, while the minutes are not published", () => {
    const resolved = facts({ status: "resolved" });
    expect(decide(minutesCommentMachine, "reopen", people.director, resolved).ok).toBe(true);
    expect(decide(minutesCommentMachine, "reopen", people.somebody, resolved).ok).toBe(false);
    const late = { ...resolved, minutesStatus: "published" as const };
    expect(decide(minutesCommentMachine, "reopen", people.director, late).ok).toBe(false);
  });
});

const hour = 3_600_000;
const evening = (month: number, bodyId = 1): HeldEvening => ({
  bodyId,
  startsAt: new Date(Date.UTC(2026, month, 11, 20)),
  adjournedAt: new Date(Date.UTC(2026, month, 11, 21)),
});

describe("how often an ACTION was carried", () => {
  const given = evening(0);
  const action = (settledAt: Date | null) => ({ bodyId: 1, startsAt: given.startsAt, settledAt });

  it("counts the meetings of its body that ended with it open", () => {
    const meetings = [given, evening(1), evening(2), evening(2, 9), evening(3)];
    expect(carriedThrough(action(null), meetings)).toBe(3);
    expect(carriedThrough(action(new Date(evening(2).adjournedAt.getTime() + 1)), meetings)).toBe(2);
  });

  it("not the meeting that gave it, and not one in which it was done", () => {
    expect(carriedThrough(action(null), [given])).toBe(0);
    expect(carriedThrough(action(evening(1).startsAt), [given, evening(1)])).toBe(0);
    expect(carriedThrough(action(evening(1).adjournedAt), [given, evening(1)])).toBe(0);
  });

  it("never falls as meetings are held, is the same in whatever order they are told, and stands once it is done", () => {
    const months = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 40 }), (held, doneIn) => {
        const meetings = held.map((month) => evening(month));
        const count = carriedThrough(action(null), meetings);
        expect(carriedThrough(action(null), [...meetings].reverse())).toBe(count);
        expect(carriedThrough(action(null), [...meetings, evening(41)])).toBe(count + 1);
        const done = action(new Date(evening(doneIn).startsAt.getTime() + hour / 2));
        const settled = carriedThrough(done, meetings);
        expect(settled).toBeLessThanOrEqual(count);
        expect(carriedThrough(done, [...meetings, evening(41)])).toBe(settled);
      }),
    );
  });

  it("asks for a fresh status after each meeting, and not twice before one", () => {
    const { adjournedAt } = evening(1);
    const of = (reportedAt: Date | null) => ({ bodyId: 1, givenAt: given.adjournedAt, reportedAt });
    expect(needsReport(of(null), [given])).toBe(true);
    expect(needsReport(of(adjournedAt), [given, evening(1)])).toBe(true);
    expect(needsReport(of(new Date(adjournedAt.getTime() + 1)), [given, evening(1)])).toBe(false);
    expect(needsReport(of(new Date(adjournedAt.getTime() + 1)), [given, evening(1), evening(2)])).toBe(true);
  });
});
