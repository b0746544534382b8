import type { Destination } from "./policy";

export const askKinds = ["board_decision", "infra_request", "sig_work", "external", "inform"] as const;
export type AskKind = (typeof askKinds)[number];

/** What a rule may speak of: the kinds of asks, and whatever else is owed (a question, a condition, an action). */
export const routedKinds = [...askKinds, "owed"] as const;
export type RoutedKind = (typeof routedKinds)[number];

export const debtors = ["board", "sig", "infra", "operators", "person", "nobody"] as const;
export type Debtor = (typeof debtors)[number];

export const routedSizes = ["hours", "days", "weeks", "months"] as const;
export type RoutedSize = (typeof routedSizes)[number];

/** One rule of the router. What is null or empty matches everything. */
export interface RoutingRule {
  /** Its name in addresses and events; never changes. */
  key: string;
  kind: RoutedKind | null;
  /** Who owes it; only of what is no ask. */
  owedBy: Debtor | null;
  /** Phrases of which one has to stand in the text: `holdsPhrase`. */
  words: readonly string[];
  /** At least this large. */
  size: RoutedSize | null;
  /** Handle of the SIG whose proposal it is. */
  sig: string | null;
  destination: Destination;
  /** Only for the infra team. */
  requestType: string | null;
  /** Why, in a sentence to show beside the proposal of a route. */
  reason: string;
  enabled: boolean;
}

export const kindLabels: Readonly<Record<RoutedKind, string>> = {
  board_decision: "Ask: board decision",
  infra_request: "Ask: infra request",
  sig_work: "Ask: work of a SIG",
  external: "Ask: somebody outside",
  inform: "Ask: for information",
  owed: "Question, condition or action",
};

export const debtorLabels: Readonly<Record<Debtor, string>> = {
  board: "The board",
  sig: "A SIG",
  infra: "The infra team",
  operators: "Region operators",
  person: "A person",
  nobody: "Nobody yet",
};

export const routedSizeLabels: Readonly<Record<RoutedSize, string>> = {
  hours: "Hours",
  days: "Days",
  weeks: "Weeks",
  months: "Months",
};
