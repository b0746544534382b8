import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdBallot } from "../ballot-facts";
import { contradicts, missingIn } from "../effects";
import { mayRecordDecision, onlyChairRecords } from "../policy";
import type { ballotDecisionInput } from "../schema";
import { scopeOf } from "./move-ballot";
import { resolveNames } from "./resolve-names";
import { settleItem } from "./settle-item";

/** Records what a ballot that was closed outside of a meeting decided on its proposal, and lets it take effect. */
export async function recordBallotDecision(
  actor: Actor,
  input: z.output<typeof ballotDecisionInput>,
): Promise<Result<{ proposal: number; decisionId: number }>> {
  return transact(async (tx) => {
    const row = await holdBallot(tx, actor, input.ballot);
    if (!row) return notFound("ballot");
    if (!mayRecordDecision(actor)) return refuse("forbidden", onlyChairRecords);
    if (row.status !== "closed" || !row.proposal) {
      return refuse("refused", "A decision is recorded once the ballot on a proposal is closed.");
    }
    if (row.decisionId !== null)
      return refuse("conflict", "The decision of this ballot is recorded already.");
    const missing = missingIn(input);
    if (missing) return refuse("invalid", missing.message, [missing]);
    const contradiction = contradicts(input.outcome, row);
    if (contradiction) return refuse("invalid", contradiction, [{ path: "outcome", message: contradiction }]);
    const names = await resolveNames(tx, input, { startsAt: now() });
    if (!names.ok) return names;
    const { proposalId, executive } = await scopeOf(tx, row);
    const where = { proposalId, id: null, meetingId: null, executive };
    const { outcome, method, text, reviewOn } = input;
    const settled = await settleItem(tx, actor, where, {
      ...{ outcome, method, text, reviewOn: reviewOn || null, ballotId: row.id },
      ...names.value,
    });
    return settled.ok ? done({ proposal: row.proposal.number, ...settled.value }) : settled;
  });
}
