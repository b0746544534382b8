import type { z } from "zod";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changeRouting, heldRule, recordRule } from "../held-routing";
import type { moveRuleInput } from "../routing-schema";

/** Lets a rule and its neighbour change places: the one above is tried first. */
export async function moveRoutingRule(
  actor: Actor,
  { key, version, direction }: z.output<typeof moveRuleInput>,
): Promise<Result<{ key: string }>> {
  return changeRouting(actor, async (tx, rules) => {
    const held = heldRule(rules, { key, version });
    if (!held.ok) return held;
    const rule = held.value;
    const neighbour = rules[rules.indexOf(rule) + (direction === "up" ? -1 : 1)];
    if (!neighbour)
      return refuse("refused", `The rule is the ${direction === "up" ? "first" : "last"} already.`);
    await tx.routingRule.update({ where: { id: neighbour.id }, data: { place: rule.place } });
    await tx.routingRule.update({
      where: { id: rule.id },
      data: { place: neighbour.place, version: { increment: 1 } },
    });
    await recordRule(tx, actor, { type: "moved", rule, place: neighbour.place });
    return done({ key });
  });
}
