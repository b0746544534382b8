import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BallotFacts, decidability, resultIfClosed, whyNotClosed } from "@/lib/decisions/decidability";
import { deadlineOf, freezeRules, hoursAfter, ruleSentence } from "@/lib/decisions/rule-set";
import type { PositionValue } from "@/lib/decisions/tally";

const openedAt = new Date("2026-11-30T20:00:00Z");
const names = ["Ada", "Bea", "Cy", "Dee", "Eli", "Fay", "Gus", "Hal", "Ira"];
const settings = {
  CONSENSUS_VOTES: 3,
  CONSENSUS_HOURS: 72,
  LAZY_CONSENSUS_HOURS: 72,
  BALLOT_LONGEST_DAYS: 14,
};
type Given = Partial<Omit<BallotFacts, "rules" | "positions">> & {
  rule?: BallotFacts["rules"]["rule"];
  seats?: number;
  said?: string;
};

/** Seats are Ada, Bea, …; the last one is the liaison. `said` has a letter for each: + 0 − abstain recuse . (nothing). */
const values: Record<string, PositionValue> = {
  "+": "for",
  "0": "aside",
  "-": "against",
  a: "abstain",
  r: "recuse",
  w: "withdrawn",
};

function ballot({ rule = "consensus", seats = 5, said = "", ...given }: Given = {}): BallotFacts {
  const rules = freezeRules(rule, settings);
  const voters = names.slice(0, seats).map((name, place) => ({
    ...{ personId: place + 1, name, isLiaison: place === seats - 1, hasLeft: false },
  }));
  const positions = [...said].flatMap((letter, place) => {
    const value = values[letter];
    return value ? [{ personId: place + 1, value, reason: value === "against" ? "No power." : "" }] : [];
  });
  const everObjected = positions.some(({ value }) => value === "against");
  const outside = { deadlineAt: deadlineOf(rules, openedAt), present: null };
  return {
    rules,
    openedAt,
    voters,
    positions,
    everObjected,
    concerns: [],
    isCritical: false,
    ...outside,
    ...given,
  };
}

const inHours = (hours: number) => hoursAfter(openedAt, hours);
const inMeeting = (...present: number[]) => ({ deadlineAt: null, present });
const resultOf = (given: Given, hours: number) => decidability(ballot(given), inHours(hours)).result;
const minute = 1 / 60;

describe("consensus", () => {
  it.each([
    { case: "three +1 stay open at 40 hours", said: "+++", hours: 40, result: null },
    { case: "three +1 stay open at 71:59", said: "+++", hours: 72 - minute, result: null },
    { case: "three +1 carry at 72:00", said: "+++", hours: 72, result: "carried" },
    { case: "everybody for it does not shorten the 72 hours", said: "+++++", hours: 71, result: null },
    { case: "two +1 are not enough", said: "++0", hours: 72, result: null },
    { case: "two +1 and a stander-aside fail at the last day", said: "++0", hours: 336, result: "failed" },
    {
      case: "it is still open a minute before its last day ends",
      said: "++0",
      hours: 336 - minute,
      result: null,
    },
    { case: "a −1 blocks, however many are for it", said: "++++-", hours: 72, result: null },
    { case: "a −1 that stays to the end is a block", said: "++++-", hours: 336, result: "blocked" },
    { case: "a −1 taken back blocks no more", said: "+++w", hours: 72, result: "carried" },
    { case: "who abstains counts for the quorum", said: "+++aa", hours: 72, seats: 9, result: "carried" },
    { case: "three +1 of nine seats are no quorum", said: "+++", hours: 72, seats: 9, result: null },
    { case: "no quorum at the end carries nothing", said: "+++", hours: 336, seats: 9, result: "no_quorum" },
    {
      case: "a recusal takes a seat out of the quorum",
      said: "+++rr",
      hours: 72,
      seats: 7,
      result: "carried",
    },
    { case: "without the recusals the same is no quorum", said: "+++", hours: 72, seats: 7, result: null },
    {
      case: "three +1 of five with nobody else is a quorum",
      said: "+++",
      hours: 72,
      seats: 5,
      result: "carried",
    },
  ] as const)("$case", ({ result, hours, ...given }) => {
    expect(resultOf(given, hours)).toBe(result);
  });

  it("is blocked by a concern that stands, and says which", () => {
    const concerns = ["concern 2 of Bea"];
    const open = decidability(ballot({ said: "+++", concerns }), inHours(100));
    expect(open.sentence).toContain("Blocked by concern 2 of Bea, until it is settled.");
    expect(resultOf({ said: "+++", concerns }, 336)).toBe("blocked");
  });

  it("says what it needs, when it closes, and who has not voted", () => {
    expect(decidability(ballot({ said: "++" }), inHours(40)).sentence).toBe(
      "Needs 1 more +1 and positions of 1 more seat for a quorum of 3. Earliest close: Thu 3 Dec 20:00 UTC. Ends at the latest Mon 14 Dec 20:00 UTC. Not voted: Cy, Dee, Eli.",
    );
    expect(decidability(ballot({ said: "+++" }), inHours(40)).sentence).toBe(
      "Needs nothing more. Earliest close: Thu 3 Dec 20:00 UTC. Not voted: Dee, Eli.",
    );
    expect(decidability(ballot({ said: "+++-" }), inHours(80)).sentence).toBe(
      "Blocked by the −1 of Dee (“No power”), until it is settled. Ends at the latest Mon 14 Dec 20:00 UTC. Not voted: Eli.",
    );
  });

  it("counts 72 hours and not three days of a clock that changes", () => {
    const spring = new Date("2027-03-27T20:00:00Z"); // Europe's clocks go forward in the night after
    const facts = { ...ballot({ said: "+++" }), openedAt: spring, deadlineAt: null };
    expect(decidability(facts, new Date("2027-03-30T19:59:00Z")).state).toBe("open");
    expect(decidability(facts, new Date("2027-03-30T20:00:00Z")).result).toBe("carried");
  });
});

describe("lazy consensus", () => {
  const rule = "lazy_consensus" as const;
  it.each([
    { case: "silence is not consent yet at 71:59", said: "", hours: 72 - minute, result: null },
    { case: "silence is consent at 72:00", said: "", hours: 72, result: "carried" },
    { case: "an objection turns it", said: "-", hours: 72, result: null },
    {
      case: "once turned, it needs three +1 although the objection was taken back",
      said: "w",
      everObjected: true,
      hours: 72,
      result: null,
    },
    {
      case: "once turned, three +1 carry it",
      said: "w+++",
      everObjected: true,
      hours: 72,
      result: "carried",
    },
    { case: "an objection that stays is a block", said: "-", hours: 336, result: "no_quorum" },
    { case: "an objection that stays in a quorum is a block", said: "-++", hours: 336, result: "blocked" },
    { case: "a concern holds it up", said: "", concerns: ["concern 1 of Ada"], hours: 100, result: null },
  ] as const)("$case", ({ result, hours, ...given }) => {
    expect(resultOf({ rule, ...given }, hours)).toBe(result);
  });

  it("says until when somebody can object, and that somebody did", () => {
    expect(decidability(ballot({ rule }), inHours(1)).sentence).toBe(
      "Silence is consent: it carries Thu 3 Dec 20:00 UTC unless a seat objects.",
    );
    const turned = decidability(ballot({ rule, said: "-" }), inHours(1));
    expect(turned.turned).toBe(true);
    expect(turned.sentence).toMatch(/^An objection made this ordinary consensus\. Blocked by the −1 of Ada/);
  });
});

describe("a majority of those present", () => {
  const rule = "majority" as const;
  const there = inMeeting(1, 2, 3, 4, 5);
  it.each([
    { case: "waits for everybody present", said: "+++", result: null },
    { case: "carries with more than half", said: "+++--", result: "carried" },
    { case: "fails with less", said: "++---", result: "failed" },
    { case: "does not carry in a tie, where one abstains", said: "++--a", result: "tied" },
    { case: "who recuses themself leaves the votes too", said: "++-rr", result: "carried" },
    { case: "who stands aside stays in the votes", said: "++000", result: "failed" },
    { case: "is decided by one vote where all others abstain", said: "+aaaa", result: "carried" },
  ] as const)("$case", ({ result, ...given }) => {
    expect(decidability(ballot({ rule, ...given, ...there }), inHours(0)).result).toBe(result);
  });

  it("waits when the quorum is lost in the middle, and goes on when it is back", () => {
    const lost = decidability(ballot({ rule, said: "++", ...inMeeting(1, 2) }), inHours(0));
    expect(lost).toMatchObject({ state: "open" });
    expect(lost.sentence).toContain("Needs 1 more director present for a quorum of 3.");
    expect(decidability(ballot({ rule, said: "++.+", ...inMeeting(1, 2, 4) }), inHours(0)).result).toBe(
      "carried",
    );
  });

  it("asks nobody who is not there, and keeps the vote of who left the room", () => {
    const open = decidability(ballot({ rule, said: "+.-", seats: 5, ...inMeeting(2, 4, 5) }), inHours(0));
    expect(open.notVoted).toEqual(["Bea", "Dee", "Eli"]);
    expect(open.tally).toMatchObject({ for: 1, counted: 5 });
  });

  it("is closed by the chair as it stands: who said nothing is not for it", () => {
    expect(resultIfClosed(ballot({ rule, said: "++", ...there })).result).toBe("failed");
    expect(resultIfClosed(ballot({ rule, said: "+++", ...there })).result).toBe("carried");
    expect(resultIfClosed(ballot({ rule, said: "++", ...inMeeting(1, 2) })).result).toBe("no_quorum");
  });

  it("is counted among those who took part, outside of a meeting, by its last day", () => {
    expect(resultOf({ rule, said: "++-" }, 100)).toBeNull();
    expect(resultOf({ rule, said: "++-" }, 336)).toBe("carried");
    expect(resultOf({ rule, said: "++--+" }, 1)).toBe("carried");
  });
});

describe("two thirds", () => {
  const rule = "two_thirds" as const;
  it.each([
    { said: "++++--", result: "carried" },
    { said: "+++---", result: "failed" },
    { said: "++++-0", result: "carried" },
    { said: "+++0--", result: "failed" },
    { said: "++-arr", result: "carried" },
  ] as const)("$said of six present: $result", ({ said, result }) => {
    const facts = ballot({ rule, seats: 6, said, ...inMeeting(1, 2, 3, 4, 5, 6) });
    expect(decidability(facts, inHours(0)).result).toBe(result);
  });
});

describe("a matter that the liaison marked as critical", () => {
  const held = { said: "+++", isCritical: true };
  it("stays open until the liaison votes, past 72 hours and past its last day", () => {
    expect(resultOf(held, 72)).toBeNull();
    expect(resultOf(held, 400)).toBeNull();
    expect(decidability(ballot(held), inHours(80)).sentence).toContain("the position of the liaison");
    expect(resultOf({ ...held, said: "+++.+" }, 72)).toBe("carried");
  });

  it("waits no longer for a liaison who recused themself, or who left the board", () => {
    expect(resultOf({ ...held, said: "+++.r" }, 72)).toBe("carried");
    const facts = ballot(held);
    const voters = facts.voters.map((voter) => ({ ...voter, hasLeft: voter.isLiaison }));
    expect(decidability({ ...facts, voters }, inHours(72)).result).toBe("carried");
  });

  it("cannot be closed by the chair either", () => {
    const facts = ballot({ ...held, rule: "majority", ...inMeeting(1, 2, 3, 4) });
    expect(whyNotClosed(facts)).toContain("until the liaison votes");
    expect(whyNotClosed(ballot({ rule: "majority" }))).toBeUndefined();
  });
});

describe("somebody who left the board after the ballot opened", () => {
  it("keeps the position that they took, and is awaited no more", () => {
    const facts = ballot({ said: "+++" });
    const voters = facts.voters.map((voter) => ({
      ...voter,
      hasLeft: voter.name === "Ada" || voter.name === "Eli",
    }));
    const weighed = decidability({ ...facts, voters }, inHours(72));
    expect(weighed).toMatchObject({ result: "carried", notVoted: ["Dee"] });
    expect(weighed.tally.seats).toBe(5);
  });
});

describe("the result of a ballot", () => {
  const anyBallot = fc.record({
    rule: fc.constantFrom(
      "consensus" as const,
      "lazy_consensus" as const,
      "majority" as const,
      "two_thirds" as const,
    ),
    seats: fc.integer({ min: 1, max: 9 }),
    said: fc.array(fc.constantFrom("+", "0", "-", "a", "r", "w", "."), { maxLength: 9 }),
    isCritical: fc.boolean(),
    present: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 9 }))),
    hours: fc.constantFrom(0, 71, 72, 335, 336),
  });

  it("never depends on the order of unchanged positions", () => {
    fc.assert(
      fc.property(anyBallot, fc.infiniteStream(fc.nat()), ({ said, hours, present, ...given }, order) => {
        const where = present ? inMeeting(...present) : {};
        const facts = ballot({ ...given, said: said.slice(0, given.seats).join(""), ...where });
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((each) => ({ each, place: order.next().value ?? 0 }))
            .sort((a, b) => a.place - b.place)
            .map(({ each }) => each);
        const other = { ...facts, voters: shuffled(facts.voters), positions: shuffled(facts.positions) };
        expect(decidability(other, inHours(hours))).toEqual(decidability(facts, inHours(hours)));
        expect(resultIfClosed(other)).toEqual(resultIfClosed(facts));
      }),
    );
  });

  it("never gets worse by one more +1 where nobody objects, and says in words why it is open", () => {
    fc.assert(
      fc.property(anyBallot, ({ said, hours, present: _all, ...given }) => {
        const letters = said.slice(0, given.seats).map((letter) => (letter === "-" ? "0" : letter));
        const before = decidability(ballot({ ...given, said: letters.join("") }), inHours(hours));
        const silent = letters.findIndex((letter) => letter === "." || letter === "w");
        if (letters.length > 0 && before.result === "carried") {
          const more = letters.with(Math.max(silent, 0), "+");
          expect(decidability(ballot({ ...given, said: more.join("") }), inHours(hours)).result).toBe(
            "carried",
          );
        }
        expect(before.sentence).not.toBe("");
      }),
    );
  });
});

describe("the rules in words", () => {
  it.each(["consensus", "lazy_consensus", "majority", "two_thirds"] as const)(
    "%s says what it takes",
    (rule) => {
      expect(ruleSentence(freezeRules(rule, settings))).toMatch(/^[A-Z].*\.$/);
    },
  );

  it("never end a ballot before its own clock", () => {
    const rules = freezeRules("consensus", { ...settings, BALLOT_LONGEST_DAYS: 1 });
    expect(deadlineOf(rules, openedAt)).toEqual(inHours(72));
  });
});
