import { type Actor, holds, isDirector, isOfficer, personIdOf } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { ballotMachine } from "./ballot-machine";
import { mayMarkCritical } from "./ballot-policy";
import {
  type BallotRow,
  currentPositions,
  isOfMeeting,
  moveFactsOf,
  type PositionRow,
  rulesOf,
  tallyOfBallot,
  weighBallot,
} from "./ballot-row";
import type { Outcome } from "./effects";
import { mayRecordDecision } from "./policy";
import { ruleSentence } from "./rule-set";
import type { Tally } from "./tally";
import type { methodLabels } from "./ui-text";

/** A seat with what it said last; null while nothing was said. */
export interface SeatShown {
  personId: number;
  handle: string;
  name: string;
  isLiaison: boolean;
  hasLeft: boolean;
  isPresent: boolean;
  position: PositionRow | null;
  /** How many positions this person took: what a form that writes the next one has seen. */
  seen: number;
}

/** A ballot as a page shows it to one reader. */
export interface BallotShown extends Omit<BallotRow, "rules" | "voters" | "present" | "concerns"> {
  /** Its frozen rule set in words; null before it opens. */
  rulesInWords: string | null;
  /** How it stands, in words: what it still needs, or how it ended. */
  standing: string | null;
  blocks: string[];
  tally: Tally | null;
  seats: SeatShown[];
  advisory: PositionRow[];
  isOfMeeting: boolean;
  /** Second, open, close, end, go on outside, withdraw: as buttons, or with the reason why not. */
  moves: AllowedMove[];
  /** What this reader can say; null where they can say nothing. */
  own: { position: PositionRow | null; seen: number; hasSeat: boolean } | null;
  mayCallRoll: boolean;
  mayMarkCritical: boolean;
  /** Whether this reader writes down the decision that follows. */
  mayDecide: boolean;
}

/** What this reader sees of a ballot and may do with it, at an instant. The caller went through the ballots' gate. */
export function ballotShown(actor: Actor, row: BallotRow, now: Date): BallotShown {
  const { rules: _frozen, voters, present, concerns: _standing, ...shown } = row;
  const weighed = weighBallot(row, now);
  const last = new Map(currentPositions(row.positions).map((position) => [position.personId, position]));
  const isOpen = row.status === "open";
  return {
    ...shown,
    rulesInWords: row.openedAt === null ? null : ruleSentence(rulesOf(row)),
    standing: weighed?.sentence ?? (row.status === "closed" ? row.resultText : null),
    blocks: weighed?.blocks ?? [],
    tally: tallyOfBallot(row),
    seats: voters.map((voter) => ({
      ...voter,
      isPresent: present.includes(voter.personId),
      position: last.get(voter.personId) ?? null,
      seen: last.get(voter.personId)?.number ?? 0,
    })),
    advisory: [...last.values()].filter(({ binding, value }) => !binding && value !== "withdrawn"),
    isOfMeeting: isOfMeeting(row),
    moves: movesOf(actor, row, now),
    own: isOpen ? ownOf(actor, row, last) : null,
    mayCallRoll: isOpen && isOfficer(actor),
    mayMarkCritical: mayMarkCritical(actor) && row.status !== "closed" && row.status !== "withdrawn",
    mayDecide:
      mayRecordDecision(actor) && row.status === "closed" && row.decisionId === null && row.proposal !== null,
  };
}

const buttons: ReadonlySet<string> = new Set(["second", "open", "end_vote", "continue", "close", "withdraw"]);

function movesOf(actor: Actor, row: BallotRow, now: Date): AllowedMove[] {
  const facts = moveFactsOf(row, now);
  // What ends by its rule is closed by the portal; the officers are offered it only where the portal is late.
  const isOffered = ({ name, refusal }: AllowedMove) =>
    buttons.has(name) &&
    (name === "second" ? isDirector(actor) || isOfficer(actor) : true) &&
    !(refusal && onlyWhenPossible.has(name));
  return allowedMoves(ballotMachine, actor, facts).filter(isOffered);
}

const onlyWhenPossible: ReadonlySet<string> = new Set(["close", "end_vote", "continue"]);

function ownOf(actor: Actor, row: BallotRow, last: ReadonlyMap<number, PositionRow>): BallotShown["own"] {
  const personId = personIdOf(actor);
  if (personId === null) return null;
  const hasSeat = row.voters.some((voter) => voter.personId === personId);
  if (hasSeat && !isDirector(actor)) return null;
  const position = last.get(personId) ?? null;
  return { position, seen: position?.number ?? 0, hasSeat };
}

export function mayAmend(actor: Actor, ballot: Pick<BallotRow, "status" | "mover">): boolean {
  const isTheirs = personIdOf(actor) === ballot.mover.personId || isOfficer(actor);
  return isTheirs && (ballot.status === "moved" || ballot.status === "seconded");
}

export function mayCallOff(actor: Actor, ballot: Pick<BallotRow, "status">): boolean {
  return ballot.status === "open" && holds(actor, "chair");
}

const methods: Readonly<Record<BallotRow["rule"], keyof typeof methodLabels>> = {
  consensus: "consensus",
  lazy_consensus: "lazy_consensus",
  majority: "motion",
  two_thirds: "motion",
};

export interface DecisionDraft {
  outcome?: Outcome;
  method: keyof typeof methodLabels;
  text: string;
}

/** What the decision's form begins with: the motion that carried, or else the last AGREED of the record. */
export function draftDecision(
  ballot: Pick<BallotRow, "status" | "result" | "outcome" | "rule" | "text"> | undefined,
  agreed: string | undefined,
): DecisionDraft {
  if (ballot?.status !== "closed") return { method: "consensus", text: agreed ?? "" };
  const method = methods[ballot.rule];
  if (ballot.result !== "carried") return { method, text: agreed ?? "" };
  return { ...(ballot.outcome && { outcome: ballot.outcome }), method, text: ballot.text };
}
