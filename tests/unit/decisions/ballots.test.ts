import { describe, expect, it } from "vitest";
import { type BallotMove, type BallotMoveFacts, ballotMachine } from "@/lib/decisions/ballot-machine";
import { mayTakePosition } from "@/lib/decisions/ballot-policy";
import { currentPositions, type PositionRow } from "@/lib/decisions/ballot-row";
import {
  fieldOfRollCall,
  readRollCall,
  rollCallInput,
  takePositionInput,
} from "@/lib/decisions/ballot-schema";
import { draftDecision } from "@/lib/decisions/ballot-shown";
import { contradicts, leadsToTheSame } from "@/lib/decisions/effects";
import { decisionListAddress, readDecisionFilter } from "@/lib/decisions/list-filter";
import { whatMotionHolds } from "@/lib/decisions/rule-set";
import { minutesMarkdown } from "@/lib/meetings/minutes-markdown";
import { motionBlocks } from "@/lib/meetings/minutes-motions";
import type { MotionRecord } from "@/lib/meetings/minutes-record";
import type { Actor, Role } from "@/lib/workflow/actor";
import { decide } from "@/lib/workflow/machine";
import { oddEventNames, unreachable } from "../workflow/reachability";

const someone = (personId: number, ...roles: Role[]): Actor => ({
  ...{ kind: "person", personId, handle: `p${personId}`, name: `Person ${personId}`, timeZone: "UTC" },
  roles: roles.map((role) => ({ role, bodyId: 1 })),
});
const [mover, other, chair] = [someone(1, "director"), someone(2, "director"), someone(3, "chair")];
const [secretary, contributor] = [someone(4, "secretary"), someone(5)];
const portal: Actor = { kind: "system", name: "The portal" };

describe("a ballot's machine", () => {
  const facts: BallotMoveFacts = {
    ...{ status: "moved", moverId: 1, isOfMeeting: true, isDecided: true, needs: "", held: undefined },
  };
  const who: Record<BallotMove, Actor[]> = {
    second: [other, chair, secretary],
    amend: [mover, chair, secretary],
    withdraw: [mover, chair, secretary],
    open: [chair, secretary],
    close: [chair, secretary, portal],
    end_vote: [chair, secretary],
    continue: [chair, secretary],
    call_off: [chair, portal],
  };

  it("reaches every status, and its events are of a motion before it opens, of a ballot from then on", () => {
    expect(unreachable(ballotMachine)).toEqual([]);
    expect(oddEventNames(ballotMachine)).toEqual(["motion.seconded", "motion.amended", "motion.withdrawn"]);
  });

  it.each(Object.entries(who))("%s is for those whose move it is", (name, those) => {
    const move = name as BallotMove; // keys of the record above
    const [status = "moved"] = ballotMachine.moves[move].from;
    for (const actor of [mover, other, chair, secretary, contributor, portal]) {
      const result = decide(ballotMachine, move, actor, { ...facts, status });
      expect([actor, result.ok]).toEqual([actor, those.includes(actor)]);
    }
  });

  it("does not close what its rule has not decided, nor end by hand what is no vote of those present", () => {
    const open = { ...facts, status: "open" as const };
    expect(
      decide(ballotMachine, "close", portal, { ...open, isDecided: false, needs: "Needs 1 more +1." }),
    ).toMatchObject({
      refusal: { message: "It cannot be closed yet. Needs 1 more +1." },
    });
    expect(decide(ballotMachine, "end_vote", chair, { ...open, isOfMeeting: false }).ok).toBe(false);
    expect(
      decide(ballotMachine, "end_vote", chair, { ...open, held: "It waits for the liaison." }),
    ).toMatchObject({
      refusal: { message: "It waits for the liaison." },
    });
  });
});

describe("a position", () => {
  it("needs a reason where it is a −1, and none otherwise", () => {
    const given = { ballot: 1, value: "against", reason: " " };
    expect(takePositionInput.safeParse(given).error?.issues[0]).toMatchObject({ path: ["reason"] });
    expect(takePositionInput.safeParse({ ...given, reason: "No power." }).success).toBe(true);
    expect(takePositionInput.safeParse({ ...given, value: "abstain" }).success).toBe(true);
  });

  it("is taken by a seat while its holder sits, and by everybody else as advice that recuses nobody", () => {
    const ada = { name: "Ada" };
    expect(mayTakePosition(ada, { hasSeat: true, sits: true, value: "recuse" }).ok).toBe(true);
    expect(mayTakePosition(ada, { hasSeat: true, sits: false, value: "for" }).ok).toBe(false);
    expect(mayTakePosition(ada, { hasSeat: false, sits: false, value: "for" }).ok).toBe(true);
    expect(mayTakePosition(ada, { hasSeat: false, sits: true, value: "recuse" }).ok).toBe(false);
  });

  it("counts as its person said it last, in whatever order the rows come", () => {
    const row = (personId: number, number: number, value: PositionRow["value"]): PositionRow => ({
      ...{ personId, number, value, handle: `p${personId}`, name: `P${personId}`, reason: "", binding: true },
      ...{ revision: 1, at: "", recordedBy: null },
    });
    const rows = [row(1, 2, "for"), row(2, 1, "aside"), row(1, 1, "against")];
    const last = (list: PositionRow[]) =>
      new Map(currentPositions(list).map(({ personId, value }) => [personId, value]));
    expect(last(rows)).toEqual(
      new Map([
        [1, "for"],
        [2, "aside"],
      ]),
    );
    expect(last(rows.toReversed())).toEqual(last(rows));
  });
});

describe("a roll call's form", () => {
  const values = {
    ballot: "7",
    "value.ada": "",
    "value.bea": "against",
    "reason.bea": "",
    "seen.bea": "2",
    "value.cy": "for",
  };
  it("leaves out who was passed over, and keeps what its writer saw", () => {
    expect(readRollCall(values)).toEqual({
      ballot: "7",
      positions: [
        { person: "bea", value: "against", reason: "", seen: "2" },
        { person: "cy", value: "for", reason: "", seen: "0" },
      ],
    });
  });

  it("says an error at the row of the person whom it is about", () => {
    const [issue] = rollCallInput.safeParse(readRollCall(values)).error?.issues ?? [];
    expect(fieldOfRollCall(issue?.path.join(".") ?? "", values)).toBe("reason.bea");
    expect(fieldOfRollCall("ballot", values)).toBe("ballot");
  });
});

describe("a decision that a ballot led to", () => {
  it.each([
    { outcome: "approved", ballot: { outcome: "approved", result: "carried" }, fits: true },
    { outcome: "declined", ballot: { outcome: "approved", result: "carried" }, fits: false },
    { outcome: "approved", ballot: { outcome: "approved", result: "tied" }, fits: false },
    { outcome: "no_decision", ballot: { outcome: "approved", result: "blocked" }, fits: true },
    { outcome: "approved", ballot: { outcome: null, result: "carried" }, fits: true },
  ] as const)("$outcome after $ballot.outcome $ballot.result: fits $fits", ({ outcome, ballot, fits }) => {
    expect(contradicts(outcome, ballot) === undefined).toBe(fits);
  });

  it("begins with the words of the motion that carried, and else with the last AGREED", () => {
    const ballot = {
      status: "closed",
      result: "carried",
      outcome: "approved",
      rule: "majority",
      text: "To do it.",
    } as const;
    expect(draftDecision(ballot, "Something else.")).toEqual({
      outcome: "approved",
      method: "motion",
      text: "To do it.",
    });
    expect(draftDecision({ ...ballot, result: "tied" }, "We ask again.")).toEqual({
      method: "motion",
      text: "We ask again.",
    });
    expect(draftDecision(undefined, undefined)).toEqual({ method: "consensus", text: "" });
  });

  it("is corrected only to what leads to the same step", () => {
    expect(leadsToTheSame("approved", "redirected")).toBe(true);
    expect(leadsToTheSame("needs_info", "deferred")).toBe(true);
    expect(leadsToTheSame("declined", "approved")).toBe(false);
  });
});

describe("a meeting with motions", () => {
  const vote = { text: "To do it.", status: "open", rule: "majority", continuedAt: null } as const;
  it.each([
    { case: "waits for a vote among those present", motion: vote, holds: /under way/ },
    {
      case: "waits for a motion that nobody voted on",
      motion: { ...vote, status: "seconded" },
      holds: /not voted on yet/,
    },
    {
      case: "ends over a vote that goes on outside",
      motion: { ...vote, continuedAt: "2026-11-30" },
      holds: undefined,
    },
    { case: "ends over a ballot by consensus", motion: { ...vote, rule: "consensus" }, holds: undefined },
  ] as const)("$case", ({ motion, holds }) => {
    const said = whatMotionHolds([motion]);
    if (holds) expect(said).toMatch(holds);
    else expect(said).toBeUndefined();
  });

  it("says in its minutes who moved, how it ended, and where each stood", () => {
    const named = (name: string) => ({ handle: name.toLowerCase(), name });
    const said = (name: string, value: "for" | "against" | "recuse", reason = "", binding = true) => ({
      ...named(name),
      ...{ value, reason, binding },
    });
    const positions = [
      said("Ada", "for"),
      said("Bea", "for"),
      said("Cy", "against", "Too early."),
      said("Dee", "for", "", false),
    ];
    const motion: MotionRecord = {
      ...({
        id: 1,
        text: "To do it.",
        rule: "majority",
        status: "closed",
        result: "carried",
        positions,
      } as const),
      ...{ mover: named("Ada"), seconder: named("Bea"), resultText: "Carried: 2 for, 1 against." },
    };
    const text = minutesMarkdown(motionBlocks(motion));
    expect(text.replaceAll("\\", "")).toBe(
      `MOTION (moved by Ada, seconded by Bea): To do it.

VOTE: Carried: 2 for, 1 against. (majority of those present)

- +1: Ada, Bea
- +1 (advisory): Dee
- −1: Cy: Too early.
`,
    );
  });
});

describe("the address of the list of decisions", () => {
  it("says what is shown, and leaves out what makes no sense", () => {
    const filter = readDecisionFilter({
      outcome: "approved",
      year: "2026",
      sig: "sig-cloud",
      q: " goat ",
      cursor: "x",
      due: "no",
    });
    expect(filter).toEqual({ outcome: "approved", year: 2026, sig: "sig-cloud", q: "goat" });
    expect(
      readDecisionFilter(Object.fromEntries(new URL(decisionListAddress(filter), "http://x").searchParams)),
    ).toEqual(filter);
    expect(decisionListAddress({})).toBe("/decisions");
  });
});
