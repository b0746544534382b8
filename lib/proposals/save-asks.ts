import type { Tx } from "../db/transaction";
import { keysOf } from "../keys-of";
import { done, type Result, refuse } from "../result";
import type { AskOwner, AskRow } from "./content";
import { storedAskColumns } from "./stored-content";

interface Target {
  id: number;
  published: boolean;
  /** Who saves. */
  personId: number;
}

/** Whom an ask names anew, as the event of its revision tells it. */
export type NamedOwner = { ask: number } & ({ personId: number } | { bodyId: number } | { role: string });

/**
 * Asks keep their number for life: one that was published is changed or added to, and never taken away silently.
 * Gives whom the asks name anew.
 */
export async function saveAsks(
  tx: Tx,
  target: Target,
  asks: readonly AskRow[],
): Promise<Result<NamedOwner[]>> {
  const kept = await tx.ask.findMany({
    where: { proposalId: target.id },
    select: { ...storedAskColumns, consentById: true },
  });
  if (target.published && asks.length < kept.length) {
    return refuse(
      "refused",
      "An ask that was published stays on the record. Say in its text that it is withdrawn; it can be dropped, with a reason, when the proposal is split.",
    );
  }
  if (!target.published)
    await tx.ask.deleteMany({ where: { proposalId: target.id, number: { gt: asks.length } } });
  const before = new Map(kept.map((ask) => [ask.number, ask]));
  const added = asks.filter(({ number }) => !before.has(number));
  const renamed: number[] = [];
  for (const ask of asks) {
    const was = before.get(ask.number);
    if (!was || isSame(was, ask)) continue;
    const falls = fallsBack(was, ask, target);
    if (falls) renamed.push(ask.number);
    await tx.ask.update({
      where: { proposalId_number: { proposalId: target.id, number: ask.number } },
      data: { ...ask, ...(falls && noConsent), version: { increment: 1 } },
    });
  }
  await tx.ask.createMany({ data: added.map((ask) => ({ ...ask, proposalId: target.id })) });
  return done(
    await stillToAsk(tx, target.id, target.personId, [...renamed, ...added.map(({ number }) => number)]),
  );
}

const noConsent = { consent: "named", consentById: null, consentAt: null, consentRevision: null } as const;

/**
 * A consent is somebody's: with another owner it is gone. In a draft, which has no revisions to compare, also what
 * somebody else rewrote has to be agreed to again.
 */
function fallsBack(was: AskRow & { consentById: number | null }, ask: AskRow, target: Target): boolean {
  const sameOwner =
    was.ownerPersonId === ask.ownerPersonId &&
    was.ownerBodyId === ask.ownerBodyId &&
    was.ownerRole === ask.ownerRole;
  if (!sameOwner) return true;
  const says = was.text !== ask.text || was.acceptanceTest !== ask.acceptanceTest;
  return !target.published && says && was.consentById !== null && was.consentById !== target.personId;
}

function isSame(was: AskRow, ask: AskRow): boolean {
  return keysOf(ask).every((column) => was[column] === ask[column]);
}

/**
 * Whom the asks name who has not said anything yet, besides the one who writes; of some asks, or of all. What the
 * board is asked to decide, it is not asked to promise.
 */
export async function stillToAsk(
  tx: Tx,
  proposalId: number,
  writerId: number,
  numbers?: number[],
): Promise<NamedOwner[]> {
  const asks = await tx.ask.findMany({
    where: {
      proposalId,
      consent: "named",
      ...(numbers && { number: { in: numbers } }),
      NOT: { kind: "board_decision", ownerBody: { kind: "board" } },
    },
    orderBy: { number: "asc" },
    select: { number: true, ownerPersonId: true, ownerBodyId: true, ownerRole: true },
  });
  return asks.filter(({ ownerPersonId }) => ownerPersonId !== writerId).flatMap(namedBy);
}

function namedBy(ask: AskOwner & { number: number }): NamedOwner[] {
  if (ask.ownerPersonId !== null) return [{ ask: ask.number, personId: ask.ownerPersonId }];
  if (ask.ownerBodyId !== null) return [{ ask: ask.number, bodyId: ask.ownerBodyId }];
  return ask.ownerRole === null ? [] : [{ ask: ask.number, role: ask.ownerRole }];
}
