import type { Tx } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import { contradicts, type Outcome } from "../effects";

/**
 * The ballot that a decision on this item rests on: the last one that was closed on it; null where there was none. A
 * decision does not overtake a vote that is under way, nor say something else than its result.
 */
export async function ballotBehind(
  tx: Tx,
  { id: itemId, proposalId }: { id: number; proposalId: number | null },
  outcome: Outcome,
): Promise<Result<number | null>> {
  const on = [{ itemId }, ...(proposalId === null ? [] : [{ proposalId }])];
  const live = await tx.ballot.count({
    where: { OR: on, status: { in: ["moved", "seconded", "open"] } },
  });
  if (live > 0) {
    return refuse(
      "refused",
      "A motion on this is not voted on yet: end its vote, withdraw it or call it off, then record the decision.",
    );
  }
  const last = await tx.ballot.findFirst({
    where: { itemId, status: "closed" },
    orderBy: { id: "desc" },
    select: { id: true, outcome: true, result: true },
  });
  if (!last) return done(null);
  const contradiction = contradicts(outcome, last);
  if (!contradiction) return done(last.id);
  return refuse("invalid", contradiction, [{ path: "outcome", message: contradiction }]);
}
