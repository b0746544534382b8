import { hoursAfter, type RuleSet } from "./rule-set";
import { type Standing, type Tally, tallyOf, tallyWords, type Voter } from "./tally";

export type BallotResult = "carried" | "failed" | "tied" | "blocked" | "no_quorum";

/** All that a ballot's state depends on. */
export interface BallotFacts {
  rules: RuleSet;
  openedAt: Date;
  /** When it ends at the latest; null while the vote is taken in a meeting. */
  deadlineAt: Date | null;
  voters: readonly Voter[];
  /** The last binding position of each seat. */
  positions: readonly Standing[];
  /** Whether a seat ever said −1: it turns lazy consensus into consensus, also where it was taken back. */
  everObjected: boolean;
  /** Who is in the meeting; null outside of one. */
  present: readonly number[] | null;
  /** Concerns that stand in the way of approval, in words: "concern 2 of Ada". */
  concerns: readonly string[];
  isCritical: boolean;
}

/** Whether a ballot can be closed, and in words what it still needs. */
export interface Decidability {
  state: "open" | "decided";
  /** How it ended, or null while it is open. */
  result: BallotResult | null;
  /** One sentence or two: "Needs 1 more +1. Earliest close: Thu 3 Dec 20:00 UTC. Not voted: Ada, Bea." */
  sentence: string;
  needs: string[];
  /** Before this nothing is decided; null where no clock holds it up. */
  earliestClose: Date | null;
  notVoted: string[];
  /** Why nothing can carry although enough are for it. */
  blocks: string[];
  /** Lazy consensus to which somebody objected. */
  turned: boolean;
  tally: Tally;
}

/** Weighs a ballot at an instant. Pure: neither the order of positions nor that of seats changes anything (DOMAIN 5). */
export function decidability(facts: BallotFacts, now: Date): Decidability {
  const weighed = weigh(facts);
  const { tally, needs, blocks, turned, earliestClose } = weighed;
  const result = resultAt(facts, weighed, now);
  const common = { needs, blocks, turned, tally, notVoted: tally.notVoted, earliestClose };
  if (result) return { ...common, state: "decided", result, sentence: resultSentence(facts, tally, result) };
  return { ...common, state: "open", result: null, sentence: openSentence(facts, weighed, now) };
}

/** How a vote in a meeting ends when the chair closes it now: who said nothing is not for it. */
export function resultIfClosed(facts: BallotFacts): { result: BallotResult; sentence: string } {
  const weighed = weigh(facts);
  const result = resultOf(facts, weighed);
  return { result, sentence: resultSentence(facts, weighed.tally, result) };
}

/** Why even the chair cannot close it now, in a sentence. */
export function whyNotClosed(facts: BallotFacts): string | undefined {
  return weigh(facts).waitsForLiaison ? critical : undefined;
}

const critical = "The liaison marked this as critical: it stays open until the liaison votes.";

interface Weighed {
  tally: Tally;
  turned: boolean;
  isLazy: boolean;
  enough: boolean;
  needs: string[];
  blocks: string[];
  earliestClose: Date | null;
  waitsForLiaison: boolean;
}

function weigh(facts: BallotFacts): Weighed {
  const { rules, voters, positions, present, concerns, openedAt } = facts;
  const tally = tallyOf(voters, positions, present);
  const turned = rules.rule === "lazy_consensus" && facts.everObjected;
  const isLazy = rules.rule === "lazy_consensus" && !turned;
  const isConsensus = rules.rule === "consensus" || turned;
  const blocks = [
    ...(isConsensus || isLazy
      ? tally.against.map(({ name, reason }) => `the −1 of ${name} (“${brief(reason)}”)`)
      : []),
    ...concerns,
  ];
  const waitsForLiaison = facts.isCritical && liaisonIsSilent(facts);
  const missing = [
    ...(isConsensus ? missingVotes(rules.consensusVotes - tally.for) : []),
    ...(isLazy ? [] : missingQuorum(tally, present !== null)),
  ];
  const hours = isLazy ? rules.lazyHours : isConsensus ? rules.consensusHours : null;
  return {
    tally,
    turned,
    isLazy,
    enough: missing.length === 0 && (isLazy || isConsensus || carries(rules, tally)),
    needs: [
      ...missing,
      ...(waitsForLiaison ? ["the position of the liaison, who marked it as critical"] : []),
    ],
    blocks,
    earliestClose: hours === null ? null : hoursAfter(openedAt, hours),
    waitsForLiaison,
  };
}

function liaisonIsSilent({ voters, positions }: BallotFacts): boolean {
  const liaisons = voters.filter((voter) => voter.isLiaison && !voter.hasLeft);
  const spoke = (personId: number) =>
    positions.some((position) => position.personId === personId && position.value !== "withdrawn");
  return liaisons.length > 0 && !liaisons.some(({ personId }) => spoke(personId));
}

function missingVotes(missing: number): string[] {
  return missing > 0 ? [`${missing} more +1`] : [];
}

function missingQuorum({ attending, quorum }: Tally, inMeeting: boolean): string[] {
  const missing = quorum - attending;
  if (missing <= 0) return [];
  const people = inMeeting
    ? `${missing} more ${missing === 1 ? "director" : "directors"} present`
    : `positions of ${missing} more ${missing === 1 ? "seat" : "seats"}`;
  return [`${people} for a quorum of ${quorum}`];
}

/** More than half, or two of three, of the votes that count. */
function carries(rules: RuleSet, tally: Tally): boolean {
  if (tally.counted === 0) return false;
  return rules.rule === "two_thirds" ? tally.for * 3 >= tally.counted * 2 : tally.for * 2 > tally.counted;
}

function resultAt(facts: BallotFacts, weighed: Weighed, now: Date): BallotResult | null {
  if (weighed.waitsForLiaison) return null;
  const { earliestClose, enough, blocks, tally } = weighed;
  const isOver = facts.deadlineAt !== null && now >= facts.deadlineAt;
  if (isOver) return resultOf(facts, weighed);
  if (earliestClose !== null) return enough && blocks.length === 0 && now >= earliestClose ? "carried" : null;
  const allSpoke = tally.notVoted.length === 0 && tally.attending >= tally.quorum;
  return allSpoke && blocks.length === 0 ? resultOf(facts, weighed) : null;
}

/** What it comes to when it ends as it stands. */
function resultOf({ rules }: BallotFacts, weighed: Weighed): BallotResult {
  const { tally, enough, blocks, isLazy } = weighed;
  const byVotes = weighed.earliestClose === null;
  if (!isLazy && tally.attending < tally.quorum) return "no_quorum";
  if (blocks.length > 0 && (enough || !byVotes)) return "blocked";
  if (enough) return "carried";
  const isHalf = tally.for > 0 && tally.for * 2 === tally.counted;
  return rules.rule === "majority" && isHalf ? "tied" : "failed";
}

function resultSentence({ rules }: BallotFacts, tally: Tally, result: BallotResult): string {
  const count = tallyWords(tally);
  if (result === "carried") return `Carried: ${count}.`;
  if (result === "tied")
    return `A tie, ${tally.for} of ${tally.counted} for: it is not carried, a majority is more than half.`;
  if (result === "no_quorum") {
    return `No quorum: ${tally.attending} of ${tally.seats} seats took part, and ${tally.quorum} were needed. It is not carried: ${count}.`;
  }
  if (result === "blocked")
    return `Blocked: what stood in the way was not settled. It is not carried: ${count}.`;
  const least = {
    consensus: `${rules.consensusVotes} +1 were needed`,
    lazy_consensus: `${rules.consensusVotes} +1 were needed after the objection`,
    majority: `more than half of ${tally.counted} were needed`,
    two_thirds: `two thirds of ${tally.counted} were needed`,
  }[rules.rule];
  return `Not carried: ${count}; ${least}.`;
}

function openSentence(facts: BallotFacts, weighed: Weighed, now: Date): string {
  const { needs, blocks, earliestClose, tally, turned, isLazy } = weighed;
  const early = earliestClose !== null && now < earliestClose;
  const isFree = needs.length === 0 && blocks.length === 0;
  const sentences = [
    turned && "An objection made this ordinary consensus.",
    blocks.length > 0 && `Blocked by ${listed(blocks)}, until it is settled.`,
    needs.length > 0 && `Needs ${listed(needs)}.`,
    isFree && !isLazy && early && "Needs nothing more.",
    isLazy && isFree && early
      ? `Silence is consent: it carries ${clock(earliestClose)} unless a seat objects.`
      : early && `Earliest close: ${clock(earliestClose)}.`,
    facts.deadlineAt && !isFree && `Ends at the latest ${clock(facts.deadlineAt)}.`,
    !isLazy && tally.notVoted.length > 0 && `Not voted: ${tally.notVoted.join(", ")}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function brief(text: string): string {
  const line = text.replace(/\s+/g, " ").trim().replace(/[.!]$/, "");
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const written = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** "Thu 3 Dec 20:00 UTC": times of ballots are UTC, so no clock change moves them. */
export function clock(instant: Date): string {
  return `${written.format(instant).replaceAll(",", "").replace("Sept", "Sep")} UTC`;
}
