import type { BallotResult } from "./decidability";
import type { BallotRule } from "./rule-set";
import type { PositionValue } from "./tally";

type Stage = "neutral" | "discussion" | "board" | "delivery" | "done" | "stopped";

export const ballotStatusLabels = {
  moved: "Moved",
  seconded: "Seconded",
  open: "Voting",
  closed: "Closed",
  withdrawn: "Withdrawn",
} as const;

export const ballotStages: Readonly<Record<keyof typeof ballotStatusLabels, Stage>> = {
  moved: "discussion",
  seconded: "discussion",
  open: "board",
  closed: "neutral",
  withdrawn: "neutral",
};

export const resultLabels: Readonly<Record<BallotResult, string>> = {
  carried: "Carried",
  failed: "Not carried",
  tied: "Tied, not carried",
  blocked: "Blocked",
  no_quorum: "No quorum",
};

export const resultStages: Readonly<Record<BallotResult, Stage>> = {
  carried: "done",
  failed: "stopped",
  tied: "stopped",
  blocked: "stopped",
  no_quorum: "stopped",
};

export const ruleLabels: Readonly<Record<BallotRule, string>> = {
  consensus: "Consensus",
  lazy_consensus: "Lazy consensus",
  majority: "Majority of those present",
  two_thirds: "Two thirds of those present",
};

/** As they are written in minutes and said aloud. */
export const positionLabels: Readonly<Record<PositionValue, string>> = {
  for: "+1",
  aside: "0",
  against: "−1",
  abstain: "Abstains",
  recuse: "Recused",
  withdrawn: "Taken back",
};

export const positionHints: Readonly<Record<PositionValue, string>> = {
  for: "In favour.",
  aside: "Stands aside: not in favour, and holds nothing up.",
  against: "Against, with a reason. It blocks consensus until it is taken back.",
  abstain: "Counts for the quorum, and not among the votes.",
  recuse: "Has a stake in it: leaves the quorum and the votes.",
  withdrawn: "As if nothing had been said.",
};

/** In the order in which forms offer them. */
export const positionValues = ["for", "aside", "against", "abstain", "recuse", "withdrawn"] as const;
