import type { z } from "zod";
import { now } from "../../clock";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changeRouting, heldRule, recordRule } from "../held-routing";
import type { changeRuleInput } from "../routing-schema";

/** Changes what a rule matches, where it leads and why. */
export async function changeRoutingRule(
  actor: Actor,
  { key, version, ...says }: z.output<typeof changeRuleInput>,
): Promise<Result<{ key: string }>> {
  return changeRouting(actor, async (tx, rules) => {
    const rule = heldRule(rules, { key, version });
    if (!rule.ok) return rule;
    const { id, place } = rule.value;
    await tx.routingRule.update({
      where: { id },
      data: { ...says, updatedAt: now(), version: { increment: 1 } },
    });
    await recordRule(tx, actor, { type: "changed", rule: { id, key, reason: says.reason }, place });
    return done({ key });
  });
}
