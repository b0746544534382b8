import type { Destination } from "./policy";
import { proposeRoute, type Route } from "./router";
import type { AskKind, Debtor, RoutedSize, RoutingRule } from "./routing-rule";
import { destinationLabels } from "./ui-text";

export interface RoutedSource {
  text: string;
  /** Only an ask has a kind. */
  askKind: AskKind | null;
  /** The kind of the body that owes it, or "person"; null where nobody does. */
  owedBy: Exclude<Debtor, "nobody"> | null;
  size?: RoutedSize | null;
  /** Handle of the SIG whose proposal it is. */
  sig?: string | null;
}

/**
 * Where a source of a split would go, and why. An ask goes by its kind; a question, a condition or an action by who
 * owes it: one of the infra team's is a request to it.
 */
export function routeOfSource(source: RoutedSource, rules?: readonly RoutingRule[]): Route {
  const { text, askKind, owedBy, size, sig } = source;
  if (askKind) return proposeRoute({ kind: askKind, text, size, sig }, rules);
  if (owedBy === "infra") return proposeRoute({ kind: "infra_request", text, sig }, rules);
  return proposeRoute({ kind: "owed", text, owedBy: owedBy ?? "nobody", sig }, rules);
}

/**
 * What to ask of somebody who sends an ask elsewhere than proposed, in a sentence; undefined where they follow the
 * proposal. A type is departed from only where its words named one: "general" proposes nothing.
 */
export function whyRouteNeedsReason(
  route: Route,
  chosen: { destination: Destination; requestType: string | null },
): string | undefined {
  if (chosen.destination !== route.destination)
    return `The rules propose “${destinationLabels[route.destination]}”; say why it goes to “${destinationLabels[chosen.destination]}” instead.`;
  const names = route.requestType !== undefined && route.requestType !== "general";
  return names && chosen.requestType !== route.requestType
    ? `The rules propose another kind of request (${route.reason}) Say why it is this one instead.`
    : undefined;
}
