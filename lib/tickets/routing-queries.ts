import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { type HistorySentence, sentenceOf } from "../workflow/history";
import { defaultRouting } from "./default-routing";
import { maySetRouting } from "./routing-policy";
import type { RoutedSize, RoutingRule } from "./routing-rule";

/** A rule as its page shows it: with the version that a change has to know. */
export interface KeptRule extends RoutingRule {
  version: number;
}

export const ruleSelect = {
  key: true,
  kind: true,
  owedBy: true,
  words: true,
  size: true,
  sig: true,
  destination: true,
  requestType: true,
  reason: true,
  enabled: true,
  version: true,
} as const satisfies Prisma.RoutingRuleSelect;

/** The rules in force, in the order in which they are tried: those that were set, else the usual ones. */
export async function listRoutingRules(tx: Pick<Tx, "routingRule"> = db): Promise<KeptRule[]> {
  const rows = await tx.routingRule.findMany({ orderBy: { place: "asc" }, select: ruleSelect });
  if (rows.length === 0) return defaultRouting.map((rule) => ({ ...rule, version: 1 }));
  return rows as KeptRule[]; // kind and debtor are held by checks of the database
}

/** What rules look at beside an ask's own words: its size, and the SIG whose proposal it is. */
export async function findAskFacts(
  tx: Tx,
  askId: number,
): Promise<{ size: RoutedSize | null; sig: string | null }> {
  const ask = await tx.ask.findUnique({
    where: { id: askId },
    select: { size: true, proposal: { select: { sig: { select: { handle: true } } } } },
  });
  return { size: ask?.size ?? null, sig: ask?.proposal.sig?.handle ?? null };
}

export interface RoutingPage {
  rules: KeptRule[];
  /** Whether nobody has changed the usual rules yet. */
  usual: boolean;
  history: ({ id: string; at: Date } & HistorySentence)[];
}

/** The rules and what was changed of them, for administrators; null for everybody else. */
export async function findRouting(actor: Actor): Promise<RoutingPage | null> {
  if (!maySetRouting(actor)) return null;
  const [rules, events] = await Promise.all([listRoutingRules(), listChanges()]);
  return { rules, usual: events.length === 0, history: events };
}

/** One rule, for administrators. */
export async function findRule(actor: Actor, key: string): Promise<KeptRule | null> {
  if (!maySetRouting(actor)) return null;
  return (await listRoutingRules()).find((rule) => rule.key === key) ?? null;
}

/** Handles and names of the SIGs, for the choice of a rule. */
export async function listSigChoices(): Promise<{ value: string; label: string }[]> {
  const sigs = await db.body.findMany({
    where: { kind: "sig" },
    orderBy: { name: "asc" },
    select: { handle: true, name: true },
  });
  return sigs.map(({ handle, name }) => ({ value: handle, label: name }));
}

async function listChanges(): Promise<RoutingPage["history"]> {
  const events = await db.event.findMany({
    where: { subject: "routing_rule" },
    orderBy: { id: "desc" },
    take: 30,
    select: { id: true, at: true, type: true, data: true, actor: { select: { name: true } } },
  });
  return events.map(({ id, at, type, data, actor }) => ({
    id: String(id),
    at,
    ...sentenceOf({ type, data: data as Record<string, unknown>, actorName: actor?.name ?? null }), // written by record
  }));
}
