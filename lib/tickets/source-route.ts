import type { Destination } from "./policy";
import { type AskKind, proposeRoute, type Route } from "./router";
import { destinationLabels } from "./ui-text";

export interface RoutedSource {
  text: string;
  /** Only an ask has a kind. */
  askKind: AskKind | null;
  /** The kind of the body that owes it, or "person"; null where nobody does. */
  owedBy: "board" | "sig" | "infra" | "operators" | "person" | null;
}

/**
 * Where a source of a split would go, and why. An ask goes by its kind; a question, a condition or an action by
 * who owes it.
 */
export function routeOfSource({ text, askKind, owedBy }: RoutedSource): Route {
  if (askKind) return proposeRoute({ kind: askKind, text });
  if (owedBy === "infra") {
    const route = proposeRoute({ kind: "infra_request", text });
    return { ...route, reason: route.reason.replace("The ask is a request to", "It is owed by") };
  }
  if (owedBy === "board")
    return { destination: "board", rule: "owed-by-board", reason: "The board owes it." };
  const reason =
    owedBy === null ? "Nobody owns it yet; a SIG is the usual place." : "Its owner does the work.";
  return { destination: "sig", rule: owedBy === null ? "owed-by-nobody" : "owed-by-owner", reason };
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
    ? `The rules propose another kind of request (${route.reason.split(". ").at(-1)}) Say why it is this one instead.`
    : undefined;
}
