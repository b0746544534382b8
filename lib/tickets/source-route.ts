import { type AskKind, proposeRoute, type Route } from "./router";

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
