import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { holdProposal } from "../../proposals/facts";
import { proposalMachine } from "../../proposals/machine";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";

const portal: Actor = { kind: "system", name: "the portal" };

/**
 * Closes a proposal in delivery with nothing left to do (DOMAIN 4), in the caller's transaction, which holds the
 * proposal's lock: its last open ticket is finished, or its split answered or dropped everything.
 */
export async function completeIfLast(tx: Tx, proposalId: number): Promise<Result<{ completed: boolean }>> {
  const proposal = await holdProposal(tx, portal, { id: proposalId });
  if (proposal?.facts.status !== "delivering" || proposal.facts.openTickets > 0) {
    return done({ completed: false });
  }
  const tickets = await tx.ticket.count({ where: { proposalId } });
  const step = decide(proposalMachine, "complete", portal, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId,
    executive: proposal.visibility === "executive",
    data: { tickets },
    set: { closedAs: "completed", closedAt: now(), updatedAt: now() },
  });
  return moved.ok ? done({ completed: true }) : moved;
}
