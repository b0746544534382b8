import type { z } from "zod";
import { now } from "../../clock";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changeRouting, heldRule, recordRule } from "../held-routing";
import type { switchRuleInput } from "../routing-schema";

/** Switches a rule off or on. Rules are never taken away: what was routed by them names them. */
export async function switchRoutingRule(
  actor: Actor,
  { key, version, enabled }: z.output<typeof switchRuleInput>,
): Promise<Result<{ key: string }>> {
  return changeRouting(actor, async (tx, rules) => {
    const rule = heldRule(rules, { key, version });
    if (!rule.ok) return rule;
    const { id, place } = rule.value;
    await tx.routingRule.update({
      where: { id },
      data: { enabled: enabled === "on", updatedAt: now(), version: { increment: 1 } },
    });
    await recordRule(tx, actor, { type: `switched_${enabled}`, rule: rule.value, place });
    return done({ key });
  });
}
