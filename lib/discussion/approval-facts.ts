import type { Tx } from "../db/transaction";
import { done, type Result, refuse } from "../result";
import { lockStandingConcerns } from "./concern-facts";
import { whatStands } from "./concern-text";

/** Whether nothing stands in the way of approving a proposal; the refusal names each concern that does. */
export async function mayApprove(tx: Tx, proposalId: number): Promise<Result<null>> {
  const reason = whatStands(await lockStandingConcerns(tx, proposalId));
  return reason ? refuse("refused", reason, [{ path: "outcome", message: reason }]) : done(null);
}
