import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { mayApprove } from "../../discussion/approval-facts";
import { holdProposal } from "../../proposals/facts";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { leadsToTheSame } from "../effects";
import { mayReadDecision, mayRecordDecision, onlyChairRecords } from "../policy";
import type { correctionInput } from "../schema";
import { resolveNames } from "./resolve-names";

type Input = z.output<typeof correctionInput>;

/**
 * Corrects a decision by a later one, which stands in its place: the earlier one stays readable, and what it set in
 * motion stays as it is. Hence the outcome changes only where it leads to the same step of the proposal.
 */
export async function correctDecision(actor: Actor, input: Input): Promise<Result<{ decisionId: number }>> {
  if (actor.kind !== "person" || !mayRecordDecision(actor)) return refuse("forbidden", onlyChairRecords);
  return transact(async (tx) => {
    const earlier = await findEarlier(tx, actor, input.decision);
    if (!earlier) return notFound("decision");
    const may = await mayCorrect(tx, earlier, input);
    if (!may.ok) return may;
    const names = await resolveNames(tx, { ...input, nextMeeting: "", followUp: "" }, { startsAt: now() });
    if (!names.ok) return names;
    const { outcome, method, text, why, reviewOn } = input;
    const { proposalId, itemId, meetingId, executive } = earlier;
    const { id: decisionId } = await tx.decision.create({
      data: {
        ...{ proposalId, itemId, meetingId, outcome, method, text, reviewOn: reviewOn || null },
        ...{ correctsId: earlier.id, correctionWhy: why, revision: earlier.revision },
        ...{ recordedById: actor.personId, decidedAt: now() },
        conditions: { create: names.value.conditions },
      },
      select: { id: true },
    });
    await record(tx, actor, {
      ...{ type: "decision.corrected", subject: "decision", subjectId: decisionId },
      ...{ proposalId, meetingId, executive },
      data: { outcome, before: earlier.outcome, corrects: earlier.id, reason: why },
    });
    return done({ decisionId });
  });
}

async function findEarlier(tx: Tx, actor: Actor, id: number) {
  const row = await tx.decision.findUnique({
    where: { id },
    select: {
      ...{ id: true, proposalId: true, itemId: true, meetingId: true, outcome: true, revision: true },
      correctedBy: { select: { id: true } },
      item: { select: { visibility: true, section: true } },
    },
  });
  // What was decided on a ticket has led it on already; it goes to the board again instead.
  if (!row || row.proposalId === null) return null;
  const proposal = await holdProposal(tx, actor, { id: row.proposalId });
  if (!proposal) return null;
  const isExecutive = row.item?.visibility === "executive" || row.item?.section === "executive";
  if (!mayReadDecision(actor, { isExecutive }) && !readsExecutive(actor)) return null;
  const executive = isExecutive || proposal.visibility === "executive";
  return { ...row, proposalId: row.proposalId, executive, proposalStatus: proposal.facts.status };
}

async function mayCorrect(
  tx: Tx,
  earlier: NonNullable<Awaited<ReturnType<typeof findEarlier>>>,
  input: Input,
): Promise<Result<null>> {
  if (earlier.correctedBy) {
    return refuse("conflict", "This decision was corrected already; correct the correction instead.");
  }
  if (!leadsToTheSame(earlier.outcome, input.outcome)) {
    const message =
      "A correction leaves the proposal where the decision led it. To lead it elsewhere, the board decides anew in a meeting.";
    return refuse("invalid", message, [{ path: "outcome", message }]);
  }
  if (input.conditions.length > 0 && earlier.proposalStatus !== "splitting") {
    const message = "Conditions can be added while the proposal is being split; it is not.";
    return refuse("invalid", message, [{ path: "conditions.0.text", message }]);
  }
  const newlyApproved = input.outcome === "approved" && earlier.outcome !== "approved";
  return newlyApproved ? mayApprove(tx, earlier.proposalId) : done(null);
}
