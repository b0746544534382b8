import type { z } from "zod";
import { now } from "../../clock";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changeRouting, recordRule } from "../held-routing";
import type { addRuleInput } from "../routing-schema";

/** Adds a rule before all others: a new one is narrower than what was there, and can be moved down. */
export async function addRoutingRule(
  actor: Actor,
  input: z.output<typeof addRuleInput>,
): Promise<Result<{ key: string }>> {
  return changeRouting(actor, async (tx, rules) => {
    const key = freeKey(rules.map((rule) => rule.key));
    await tx.routingRule.updateMany({ data: { place: { increment: 1 } } });
    const rule = await tx.routingRule.create({
      data: { ...input, key, place: 1, createdAt: now(), updatedAt: now() },
      select: { id: true, key: true, reason: true },
    });
    await recordRule(tx, actor, { type: "added", rule, place: 1 });
    return done({ key });
  });
}

function freeKey(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`rule-${number}`)) number += 1;
  return `rule-${number}`;
}
