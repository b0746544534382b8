import type { z } from "zod";
import { isoDate } from "../../calendar-date";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { mayApprove } from "../../discussion/approval-facts";
import { holdProposal } from "../../proposals/facts";
import { proposalMachine } from "../../proposals/machine";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { record } from "../../workflow/events";
import { decide } from "../../workflow/machine";
import type { pastDecisionInput } from "../schema";

/**
 * Takes an imported, closed thread up where it stopped: writes down what the board decided then, and opens its split.
 */
export async function recordPastDecision(
  actor: Actor,
  input: z.output<typeof pastDecisionInput>,
): Promise<Result<{ number: number; decisionId: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to record a decision.");
  const { personId: recordedById } = actor;
  return transact(async (tx) => {
    const proposal = await holdProposal(tx, actor, { number: input.number });
    if (!proposal) return notFound("proposal");
    const step = decide(proposalMachine, "take_up", actor, proposal.facts);
    if (!step.ok) return step;
    if (input.decidedOn > isoDate(now())) {
      const message = "A decision of the past has a date of the past.";
      return refuse("invalid", message, [{ path: "decidedOn", message }]);
    }
    const approves = input.outcome === "approved" ? await mayApprove(tx, proposal.id) : done(null);
    if (!approves.ok) return approves;
    const executive = proposal.visibility === "executive";
    const moved = await applyStep(
      tx,
      step.value,
      { id: proposal.id, version: input.version },
      {
        proposalId: proposal.id,
        executive,
        data: { outcome: input.outcome },
        set: { closedAs: null, closedAt: null, updatedAt: now() },
      },
    );
    if (!moved.ok) return moved;
    const { id: decisionId } = await tx.decision.create({
      data: {
        proposalId: proposal.id,
        outcome: input.outcome,
        method: "consensus",
        text: input.text,
        revision: proposal.revision || null,
        sourceUrl: input.sourceUrl || null,
        recordedById,
        decidedAt: new Date(`${input.decidedOn}T00:00:00Z`),
      },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "decision.recorded",
      subject: "decision",
      subjectId: decisionId,
      proposalId: proposal.id,
      executive,
      data: { outcome: input.outcome, decidedOn: input.decidedOn, past: true },
    });
    return done({ number: proposal.number, decisionId });
  });
}
