import type { Destination } from "./policy";

export type AskKind = "board_decision" | "infra_request" | "sig_work" | "external" | "inform";

export interface RoutedAsk {
  kind: AskKind;
  text: string;
}

export interface Route {
  destination: Destination;
  /** Only for the infra team. */
  requestType?: string;
  /** Ids of the rules that decided, in order: destination, then request type. */
  rule: string;
  /** Why, in a sentence to show beside the proposal of a route. */
  reason: string;
}

interface Rule<Then> {
  id: string;
  when: { kind?: AskKind; words?: RegExp };
  then: Then;
  because: string;
}

/** Large work is planned by quarter (DOMAIN 3, "Action ticket"; 9, scenario 15). */
const large =
  /\b(?:new hardware|(?:buy|purchas|procur)\w*|data[ -]?cent(?:er|re)s?|racks?|(?:new|production|whole|entire) region|(?:[2-9]\d|\d{3,}) (?:[\w-]+ ){0,2}(?:hosts|nodes|servers|machines))\b/i;

/** First match wins: the kind of the ask decides where it goes. */
export const destinationRules: readonly Rule<Destination>[] = [
  rule("board-decides", { kind: "board_decision" }, "board", "The ask wants a decision of the board."),
  rule(
    "large-work",
    { kind: "infra_request", words: large },
    "initiative",
    "It is large work, planned by quarter.",
  ),
  rule("infra-request", { kind: "infra_request" }, "infra", "The ask is a request to the infra team."),
  rule("sig-work", { kind: "sig_work" }, "sig", "The ask is work of a SIG."),
  rule("elsewhere", { kind: "external" }, "external", "Somebody outside the project has to do it."),
  rule("for-information", { kind: "inform" }, "board", "It informs the board, which takes note of it."),
];

/** First match wins: words of the text decide the request type. The narrower words stand first. */
export const requestTypeRules: readonly Rule<string>[] = [
  rule(
    "dns-words",
    { words: /\b(?:dns|cname|aaaa|mx records?|records?|(?:sub-?)?domains?)\b/i },
    "dns_record",
    "It speaks of names in DNS.",
  ),
  rule(
    "project-words",
    {
      words:
        /\b(?:openshift projects?|namespaces?|projects? (?:on|in) (?:the |an? )?(?:\w+ )?(?:openshift|cluster))\b/i,
    },
    "openshift_project",
    "It speaks of a project on OpenShift.",
  ),
  rule(
    "group-words",
    { words: /\b(?:sig-\w+|groups?|(?:sig|user) accounts?|fas)\b/i },
    "sig_group",
    "It speaks of a group of accounts.",
  ),
  rule(
    "host-words",
    { words: /\b(?:bare[ -]?metal|hosts?|servers?|machines?|hardware|bmcs?|ipmi)\b/i },
    "bare_metal",
    "It speaks of machines.",
  ),
  rule("openshift-words", { words: /\bopenshift\b/i }, "openshift_project", "It speaks of OpenShift."),
  rule("no-words", {}, "general", "No type of the catalogue fits its words."),
];

/** Proposes where an ask goes and why. A proposal only: whoever splits decides (UI.md, "Split"). */
export function proposeRoute(ask: RoutedAsk): Route {
  const where = firstMatch(destinationRules, ask);
  if (where.then !== "infra") return { destination: where.then, rule: where.id, reason: where.because };
  const what = firstMatch(requestTypeRules, ask);
  return {
    destination: "infra",
    requestType: what.then,
    rule: `${where.id}, ${what.id}`,
    reason: `${where.because} ${what.because}`,
  };
}

function firstMatch<Then>(rules: readonly Rule<Then>[], ask: RoutedAsk): Rule<Then> {
  const found = rules.find(
    ({ when }) => (!when.kind || when.kind === ask.kind) && (!when.words || when.words.test(ask.text)),
  );
  if (!found) throw new Error(`No rule routes an ask of kind ${ask.kind}: every kind needs one.`);
  return found;
}

function rule<Then>(id: string, when: Rule<Then>["when"], then: Then, because: string): Rule<Then> {
  return { id, when, then, because };
}
