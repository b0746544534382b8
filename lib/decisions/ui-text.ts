import type { Outcome } from "./effects";

/** The badge's look (components/ui/badge). A redirected proposal is never shown as approved (DOMAIN 4). */
type Stage = "neutral" | "discussion" | "board" | "delivery" | "done" | "stopped";

/** In the order in which the form offers them. */
export const outcomeLabels = {
  approved: "Approved",
  redirected: "Redirected",
  declined: "Declined",
  needs_info: "Needs info",
  deferred: "Deferred",
  no_decision: "No decision",
} as const;

export const outcomeStages: Readonly<Record<Outcome, Stage>> = {
  approved: "done",
  redirected: "board",
  declined: "stopped",
  needs_info: "discussion",
  deferred: "discussion",
  no_decision: "discussion",
};

export const methodLabels = {
  motion: "Motion",
  consensus: "Consensus",
  lazy_consensus: "Lazy consensus",
  liaison: "Liaison",
} as const;

/** How a decision was reached, inside a sentence: "Approved by motion." */
export const methodWords: Readonly<Record<keyof typeof methodLabels, string>> = {
  motion: "by motion",
  consensus: "by consensus",
  lazy_consensus: "by lazy consensus",
  liaison: "by the liaison",
};

/** What stands in the decision of an item whose ballot outlives its meeting. */
export const ballotGoesOnText =
  "The ballot on this goes on outside of the meeting; what it comes to is decided then.";

/** What stands in a decision that adjourning a meeting recorded, because nobody had recorded one. */
export const noDecisionText = "The meeting ended without a decision on this item.";
