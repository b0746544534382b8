import { type Actor, holds, isOfficer } from "../workflow/actor";
import { defineMachine, type Facts } from "../workflow/machine";
import { isMoverOrOfficer, maySecond } from "./ballot-policy";
import { ballotStatusLabels } from "./ballot-ui-text";

export type BallotStatus = keyof typeof ballotStatusLabels;

/** What a move of a ballot is weighed on. */
export interface BallotMoveFacts extends Facts<BallotStatus> {
  moverId: number;
  /** Counted among those present, and not sent outside: it has to end before the meeting does. */
  isOfMeeting: boolean;
  /** Whether the rule says that it is over. */
  isDecided: boolean;
  /** What it still needs, in words. */
  needs: string;
  /** Why not even the chair can end it. */
  held: string | undefined;
}

const officers = { who: "the chair or the secretary", may: isOfficer };
const mover = { who: "who moved it, the chair or the secretary", may: isMoverOrOfficer };

/** A motion, and the ballot that it becomes. */
export const ballotMachine = defineMachine({
  subject: "ballot",
  initial: "moved",
  statuses: ballotStatusLabels,
  moves: {
    second: {
      label: "Second it",
      from: ["moved"],
      to: "seconded",
      by: { who: "another director than who moved it", may: maySecond },
      records: "motion.seconded",
    },
    amend: {
      label: "Amend the motion",
      from: ["moved", "seconded"],
      to: "moved",
      by: mover,
      records: "motion.amended",
      needs: "a second anew",
    },
    withdraw: {
      label: "Withdraw the motion",
      from: ["moved", "seconded"],
      to: "withdrawn",
      by: mover,
      records: "motion.withdrawn",
    },
    open: {
      label: "Open the vote",
      from: ["seconded"],
      to: "open",
      by: officers,
      records: "ballot.opened",
      needs: "a second",
    },
    close: {
      label: "Close it",
      from: ["open"],
      to: "closed",
      by: {
        who: "the portal, the chair or the secretary",
        may: (actor: Actor) => isOfficer(actor) || actor.kind === "system",
      },
      unless: [undecided],
      records: "ballot.closed",
      needs: "what its rule set asks for",
    },
    end_vote: {
      label: "End the vote",
      from: ["open"],
      to: "closed",
      by: officers,
      unless: [notOfMeeting, heldOpen],
      records: "ballot.closed",
      needs: "a vote among those present",
    },
    continue: {
      label: "Go on outside of the meeting",
      from: ["open"],
      to: "open",
      by: officers,
      unless: [notOfMeeting],
      records: "ballot.continued",
      needs: "a vote among those present",
    },
    call_off: {
      label: "Call it off",
      from: ["open"],
      to: "withdrawn",
      by: {
        who: "the chair",
        may: (actor: Actor) => holds(actor, "chair") || actor.kind === "system",
      },
      records: "ballot.called_off",
      needs: "a reason",
    },
  },
} as const satisfies Parameters<typeof defineMachine<BallotStatus, BallotMoveFacts, string>>[0]);
export type BallotMove = keyof typeof ballotMachine.moves;

function undecided({ isDecided, needs }: BallotMoveFacts): string | undefined {
  return isDecided ? undefined : `It cannot be closed yet. ${needs}`;
}

function notOfMeeting({ isOfMeeting }: BallotMoveFacts): string | undefined {
  return isOfMeeting
    ? undefined
    : "Only a vote among those present is ended by hand; this one ends by its rule.";
}

function heldOpen({ held }: BallotMoveFacts): string | undefined {
  return held;
}
