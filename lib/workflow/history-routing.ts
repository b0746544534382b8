import type { Fact, Say } from "./history";

const rule = (fact: Fact) => `rule ${fact("place")} of the router, “${fact("says")}”`;

/** What administrators do to the rules of the router. */
export const routingSentences: Readonly<Record<string, Say>> = {
  "routing_rule.added": (fact) => `added ${rule(fact)}`,
  "routing_rule.changed": (fact) => `changed ${rule(fact)}`,
  "routing_rule.moved": (fact) => `moved to place ${fact("place")} the rule “${fact("says")}”`,
  "routing_rule.switched_off": (fact) => `switched off ${rule(fact)}`,
  "routing_rule.switched_on": (fact) => `switched on ${rule(fact)}`,
};
