import { defaultRouting } from "./default-routing";
import { holdsPhrase } from "./phrases";
import type { Destination } from "./policy";
import {
  type AskKind,
  type Debtor,
  type RoutedKind,
  type RoutedSize,
  type RoutingRule,
  routedSizes,
} from "./routing-rule";

export type { AskKind };

/** What is to be placed, as far as rules look at it. */
export interface RoutedAsk {
  kind: RoutedKind;
  text: string;
  /** Only of what is no ask. */
  owedBy?: Debtor;
  size?: RoutedSize | null;
  /** Handle of the SIG whose proposal it is. */
  sig?: string | null;
}

export interface Route {
  destination: Destination;
  /** Only for the infra team. */
  requestType?: string;
  /** Key of the rule that decided; `none` where no rule did. */
  rule: string;
  /** Its place among the rules, from 1, as an administrator sees them; 0 where no rule decided. */
  place: number;
  /** Why, in a sentence to show beside the proposal of a route. */
  reason: string;
}

/**
 * Proposes where an ask goes, and why: the first rule that is switched on and fits decides. A proposal only: whoever
 * splits decides (UI.md, "Split"). Without a rule that fits, an ask goes by its kind.
 */
export function proposeRoute(ask: RoutedAsk, rules: readonly RoutingRule[] = defaultRouting): Route {
  const at = rules.findIndex((rule) => rule.enabled && fits(rule, ask));
  const rule = rules[at];
  if (!rule)
    return { ...byKind[ask.kind], rule: "none", place: 0, reason: "No rule fits; it goes by its kind." };
  const { destination, requestType, key, reason } = rule;
  return { destination, ...(requestType && { requestType }), rule: key, place: at + 1, reason };
}

const byKind: Readonly<Record<RoutedKind, Pick<Route, "destination" | "requestType">>> = {
  board_decision: { destination: "board" },
  infra_request: { destination: "infra", requestType: "general" },
  sig_work: { destination: "sig" },
  external: { destination: "external" },
  inform: { destination: "board" },
  owed: { destination: "sig" },
};

function fits(rule: RoutingRule, ask: RoutedAsk): boolean {
  return (
    (rule.kind === null || rule.kind === ask.kind) &&
    (rule.owedBy === null || rule.owedBy === ask.owedBy) &&
    (rule.sig === null || rule.sig === ask.sig) &&
    (rule.size === null || isAtLeast(ask.size, rule.size)) &&
    (rule.words.length === 0 || rule.words.some((phrase) => holdsPhrase(ask.text, phrase)))
  );
}

function isAtLeast(size: RoutedSize | null | undefined, least: RoutedSize): boolean {
  return size != null && routedSizes.indexOf(size) >= routedSizes.indexOf(least);
}
