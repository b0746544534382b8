import { refuseAdministration } from "../audit/commands/note-alone";
import { now } from "../clock";
import { type Tx, transact } from "../db/transaction";
import { type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import { defaultRouting } from "./default-routing";
import { maySetRouting } from "./routing-policy";

export interface HeldRule {
  id: number;
  key: string;
  place: number;
  version: number;
  reason: string;
}

/**
 * Changes the rules as one administrator at a time: each reads what the one before has written. The first change
 * writes down the rules that were in force until then.
 */
export async function changeRouting<T>(
  actor: Actor,
  change: (tx: Tx, rules: HeldRule[]) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!maySetRouting(actor)) {
    const only = "The rules of the router are set by administrators.";
    return refuseAdministration(actor, "change the rules of the router", only);
  }
  return transact(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "RoutingRule" IN SHARE ROW EXCLUSIVE MODE`;
    if ((await tx.routingRule.count()) === 0) await writeDown(tx);
    const select = { id: true, key: true, place: true, version: true, reason: true } as const;
    return change(tx, await tx.routingRule.findMany({ orderBy: { place: "asc" }, select }));
  });
}

/** The rule that somebody saw, unless it was changed meanwhile. */
export function heldRule(
  rules: readonly HeldRule[],
  { key, version }: { key: string; version: number },
): Result<HeldRule> {
  const rule = rules.find((each) => each.key === key);
  if (!rule) return refuse("not_found", "There is no such rule.");
  if (rule.version === version) return { ok: true, value: rule };
  return refuse(
    "conflict",
    "Somebody else has changed this rule meanwhile. Look at it again; nothing was saved.",
  );
}

/** What happened to a rule, with its reason to tell it by. */
export async function recordRule(
  tx: Tx,
  actor: Actor,
  { type, rule, place }: { type: string; rule: Pick<HeldRule, "id" | "key" | "reason">; place: number },
): Promise<void> {
  await record(tx, actor, {
    type: `routing_rule.${type}`,
    subject: "routing_rule",
    subjectId: rule.id,
    data: { rule: rule.key, place, says: rule.reason },
  });
}

async function writeDown(tx: Tx): Promise<void> {
  await tx.routingRule.createMany({
    data: defaultRouting.map((rule, index) => ({
      ...rule,
      words: [...rule.words],
      place: index + 1,
      createdAt: now(),
      updatedAt: now(),
    })),
  });
}
