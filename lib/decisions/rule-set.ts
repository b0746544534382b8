import { z } from "zod";

export const ballotRules = ["consensus", "lazy_consensus", "majority", "two_thirds"] as const;
export type BallotRule = (typeof ballotRules)[number];

/** The rule set of a ballot, as it is kept on it from its opening on: later settings change nothing about it. */
export const ruleSetSchema = z.object({
  rule: z.enum(ballotRules),
  /** So many +1 are needed for consensus. */
  consensusVotes: z.number().int().min(1),
  /** Consensus is open at least so long. */
  consensusHours: z.number().min(0),
  /** Silence is consent after so long. */
  lazyHours: z.number().min(0),
  /** A vote outside of a meeting ends after so many days at the latest. */
  longestDays: z.number().min(0),
});
export type RuleSet = z.output<typeof ruleSetSchema>;

interface RuleSettings {
  CONSENSUS_VOTES: number;
  CONSENSUS_HOURS: number;
  LAZY_CONSENSUS_HOURS: number;
  BALLOT_LONGEST_DAYS: number;
}

/** Takes the rule set out of the settings of this moment (DOMAIN 5). */
export function freezeRules(rule: BallotRule, settings: RuleSettings): RuleSet {
  return {
    rule,
    consensusVotes: settings.CONSENSUS_VOTES,
    consensusHours: settings.CONSENSUS_HOURS,
    lazyHours: settings.LAZY_CONSENSUS_HOURS,
    longestDays: settings.BALLOT_LONGEST_DAYS,
  };
}

const hourMs = 3_600_000;

export function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * hourMs);
}

/** When a vote that runs outside of a meeting ends at the latest: never before its own rule could decide it. */
export function deadlineOf(rules: RuleSet, openedAt: Date): Date {
  const least = {
    consensus: rules.consensusHours,
    lazy_consensus: rules.lazyHours,
    majority: 0,
    two_thirds: 0,
  };
  return hoursAfter(openedAt, Math.max(rules.longestDays * 24, least[rules.rule]));
}

/** A show of hands is counted among those present, and ends with the meeting; consensus takes its days. */
export function isOfTheMeeting(rule: BallotRule): boolean {
  return rule === "majority" || rule === "two_thirds";
}

interface MotionThen {
  text: string;
  status: string;
  rule: BallotRule;
  continuedAt: unknown;
}

/**
 * Why a meeting cannot end yet, with what to do; undefined where no motion holds it. A ballot by consensus, and a vote
 * that was sent outside, go on by themselves.
 */
export function whatMotionHolds(motions: readonly MotionThen[]): string | undefined {
  const held = motions.find(
    ({ status, rule, continuedAt }) => status !== "open" || (isOfTheMeeting(rule) && !continuedAt),
  );
  if (!held) return undefined;
  const text = held.text.length <= 120 ? held.text : `${held.text.slice(0, 119)}…`;
  return held.status === "open"
    ? `The vote on “${text}” is under way: end it, or let it go on outside of the meeting.`
    : `The motion “${text}” is not voted on yet: withdraw it, or open its vote and let that go on outside of the meeting.`;
}

/** A rule set in words, for whoever is about to vote under it. */
export function ruleSentence({ rule, consensusVotes, consensusHours, lazyHours }: RuleSet): string {
  const consensus = `at least ${consensusVotes} +1, no −1, open at least ${consensusHours} hours, and a majority of the seats takes part`;
  return {
    consensus: `Consensus: ${consensus}.`,
    lazy_consensus: `Lazy consensus: silence is consent after ${lazyHours} hours. An objection counts as −1 and makes it ordinary consensus: ${consensus}.`,
    majority:
      "Majority: more than half of those present who do not abstain, with a majority of the seats there. A tie does not carry.",
    two_thirds:
      "Two thirds: at least two of three of those present who do not abstain, with a majority of the seats there.",
  }[rule];
}
