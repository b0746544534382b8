/** What the board may decide (DOMAIN 3). */
export type Outcome = "approved" | "redirected" | "declined" | "needs_info" | "deferred" | "no_decision";

export interface Effect {
  /** The move of the proposal's machine that follows. */
  move: "split" | "decline" | "return";
  /** Columns of the proposal that change with it. */
  closes: "declined" | null;
  /** Back to discussion needs a next meeting or somebody who takes it on (DOMAIN 4). */
  needsFollowUp: boolean;
  /** Open questions are marked as left unanswered: carried, never dropped. */
  carriesQuestions: boolean;
  /** The proposal's carry count rises by one. */
  countsAsCarried: boolean;
  /** What will happen, in a sentence: shown before it is recorded. */
  sentence: string;
}

const toSplit: Omit<Effect, "sentence"> = {
  move: "split",
  closes: null,
  needsFollowUp: false,
  carriesQuestions: false,
  countsAsCarried: false,
};
const backToDiscussion: Omit<Effect, "sentence"> = {
  move: "return",
  closes: null,
  needsFollowUp: true,
  carriesQuestions: true,
  countsAsCarried: true,
};

/** What each outcome causes (DOMAIN 4). */
export const effects: Readonly<Record<Outcome, Effect>> = {
  approved: {
    ...toSplit,
    sentence: "The proposal goes on to its split: every ask, open question and condition becomes a ticket.",
  },
  redirected: {
    ...toSplit,
    sentence: "Not an approval: the proposal is taken apart into tickets for those who can act on them.",
  },
  declined: {
    ...toSplit,
    move: "decline",
    closes: "declined",
    sentence: "The proposal is closed as declined.",
  },
  needs_info: {
    ...backToDiscussion,
    sentence: "The proposal goes back to discussion, and its open questions are carried with it.",
  },
  deferred: {
    ...backToDiscussion,
    sentence: "The proposal goes back to discussion until the next meeting, with its open questions.",
  },
  no_decision: {
    ...backToDiscussion,
    sentence: "The proposal goes back to discussion with its open questions; nothing was decided.",
  },
};

/**
 * Why a decision cannot be recorded as given, in a sentence; undefined where nothing is missing.
 * A proposal that goes back to discussion asks for time anew: the next meeting is noted, not booked.
 */
export function whatIsMissing(decision: {
  outcome: Outcome;
  text: string;
  hasNextMeeting: boolean;
  hasFollowUp: boolean;
  hasConditions: boolean;
}): { path: string; message: string } | undefined {
  const effect = effects[decision.outcome];
  if (!decision.text.trim()) {
    return { path: "text", message: "Write the decision as it should stand in the minutes." };
  }
  if (effect.needsFollowUp && !decision.hasNextMeeting && !decision.hasFollowUp) {
    return { path: "followUp", message: "Name the next meeting, or somebody who takes it on until then." };
  }
  if (effect.move !== "split" && decision.hasConditions) {
    return {
      path: "conditions.0.text",
      message: "Conditions belong to an approved or redirected proposal; leave them out here.",
    };
  }
  return undefined;
}

/** The same, of what a form sends. */
export function missingIn(input: {
  outcome: Outcome;
  text: string;
  nextMeeting: string;
  followUp: string;
  conditions: readonly unknown[];
}): { path: string; message: string } | undefined {
  const { outcome, text, nextMeeting, followUp, conditions } = input;
  return whatIsMissing({
    outcome,
    text,
    hasNextMeeting: nextMeeting !== "",
    hasFollowUp: followUp !== "",
    hasConditions: conditions.length > 0,
  });
}

/** Why a decision does not say what the ballot behind it came to; undefined where it does. */
export function contradicts(
  outcome: Outcome,
  ballot: { outcome: Outcome | null; result: string | null },
): string | undefined {
  if (ballot.outcome === null) return undefined; // a motion in words only: whoever writes the decision reads it
  if (ballot.result === "carried" && ballot.outcome !== outcome) {
    return `The ballot carried “${ballot.outcome.replaceAll("_", " ")}”: record that, or put another motion.`;
  }
  if (ballot.result !== "carried" && ballot.outcome === outcome) {
    return `The ballot did not carry “${outcome.replaceAll("_", " ")}”: record what follows from that, or put another motion.`;
  }
  return undefined;
}

/** Whether a correction may change one outcome to another: only where the proposal took the same step. */
export function leadsToTheSame(before: Outcome, after: Outcome): boolean {
  return effects[before].move === effects[after].move;
}
