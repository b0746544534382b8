import type { BallotMoveFacts, BallotStatus } from "./ballot-machine";
import {
  type BallotFacts,
  type BallotResult,
  type Decidability,
  decidability,
  whyNotClosed,
} from "./decidability";
import type { Outcome } from "./effects";
import { type BallotRule, isOfTheMeeting, type RuleSet, ruleSetSchema } from "./rule-set";
import { type PositionValue, type Tally, tallyOf, type Voter } from "./tally";

export interface NamedPerson {
  personId: number;
  handle: string;
  name: string;
}

/** One thing that somebody said to a ballot; each person's last one counts. */
export interface PositionRow extends NamedPerson {
  number: number;
  value: PositionValue;
  reason: string;
  binding: boolean;
  revision: number | null;
  at: string;
  /** Who wrote it down, where it was somebody else. */
  recordedBy: string | null;
}

/** What the one expression of ballot-facts.ts gives: instants are ISO strings, as JSON has them. */
export interface BallotRow {
  id: number;
  version: number;
  text: string;
  outcome: Outcome | null;
  rule: BallotRule;
  isCritical: boolean;
  status: BallotStatus;
  revision: number | null;
  rules: unknown;
  openedAt: string | null;
  deadlineAt: string | null;
  continuedAt: string | null;
  closedAt: string | null;
  result: BallotResult | null;
  resultText: string;
  createdAt: string;
  mover: NamedPerson;
  seconder: NamedPerson | null;
  proposal: { number: number; title: string; revision: number; status: string } | null;
  meeting: { date: string; status: string } | null;
  item: { id: number; title: string; hasDecision: boolean } | null;
  executive: boolean;
  voters: (Voter & { handle: string })[];
  positions: PositionRow[];
  present: number[];
  concerns: { number: number; opener: string }[];
  decisionId: number | null;
}

/** Whether a vote is counted among those present and has to end with the meeting. */
export function isOfMeeting(row: Pick<BallotRow, "rule" | "meeting" | "continuedAt">): boolean {
  return isOfTheMeeting(row.rule) && row.meeting?.status === "in_session" && row.continuedAt === null;
}

/** Each person's last position; taken back is none. */
export function currentPositions(positions: readonly PositionRow[]): PositionRow[] {
  const last = new Map<number, PositionRow>();
  for (const position of positions) {
    const known = last.get(position.personId);
    if (!known || known.number < position.number) last.set(position.personId, position);
  }
  return [...last.values()];
}

/** What a ballot that was opened is weighed on; null before. */
export function factsOfBallot(row: BallotRow): BallotFacts | null {
  if (row.openedAt === null) return null;
  const ofMeeting = isOfMeeting(row);
  return {
    rules: rulesOf(row),
    openedAt: new Date(row.openedAt),
    deadlineAt: ofMeeting || row.deadlineAt === null ? null : new Date(row.deadlineAt),
    voters: row.voters,
    positions: currentPositions(row.positions.filter((position) => position.binding)),
    everObjected: row.positions.some(({ binding, value }) => binding && value === "against"),
    present: ofMeeting ? row.present : null,
    concerns:
      row.outcome === "approved"
        ? row.concerns.map(({ number, opener }) => `concern ${number} of ${opener}`)
        : [],
    isCritical: row.isCritical,
  };
}

export function rulesOf(row: Pick<BallotRow, "rules">): RuleSet {
  return ruleSetSchema.parse(row.rules);
}

/** How an open ballot stands at an instant; null where it is not open. */
export function weighBallot(row: BallotRow, now: Date): Decidability | null {
  const facts = row.status === "open" ? factsOfBallot(row) : null;
  return facts && decidability(facts, now);
}

/** The count of a ballot that was opened, as it stands or as it ended. */
export function tallyOfBallot(row: BallotRow): Tally | null {
  const facts = factsOfBallot(row);
  return facts && tallyOf(facts.voters, facts.positions, row.status === "open" ? facts.present : null);
}

/** What the moves of a ballot are weighed on, at an instant. */
export function moveFactsOf(row: BallotRow, now: Date): BallotMoveFacts {
  const weighed = weighBallot(row, now);
  const facts = factsOfBallot(row);
  return {
    status: row.status,
    moverId: row.mover.personId,
    isOfMeeting: isOfMeeting(row),
    isDecided: weighed?.state === "decided",
    needs: weighed?.sentence ?? "",
    held: facts ? whyNotClosed(facts) : undefined,
  };
}
