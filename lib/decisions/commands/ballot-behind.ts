import type { Tx } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import { contradicts, type Outcome } from "../effects";

/**
 * The ballot that a decision on this item rests on: the last one that was closed on it; null where there was none. A
 * decision does not overtake a vote that is under way, nor say something else than its result.
 */
export async function ballotBehind(tx: Tx, itemId: number, outcome: Outcome): Promise<Result<number | null>> {
  const last = await tx.ballot.findFirst({
    where: { itemId, status: { not: "withdrawn" } },
    orderBy: { id: "desc" },
    select: { id: true, status: true, outcome: true, result: true },
  });
  if (!last) return done(null);
  if (last.status !== "closed") {
    return refuse(
      "refused",
      "A motion on this item is not voted on yet: end its vote or withdraw it, then record the decision.",
    );
  }
  const contradiction = contradicts(outcome, last);
  if (!contradiction) return done(last.id);
  return refuse("invalid", contradiction, [{ path: "outcome", message: contradiction }]);
}
