import { type Tx, transact } from "../db/transaction";
import { done, type Result } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep, type StepDetails } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { holdConcern, holdLockedProposal } from "./concern-facts";
import { type ConcernFacts, type ConcernMove, concernMachine } from "./concern-machine";
import { signInFirst } from "./facts";
import { touch } from "./write-comment";

interface Target {
  proposal: number;
  concern: number;
  /** The one that the person saw. */
  version: number;
}

/** Makes one move of a concern, weighed and written under the proposal's lock. */
export async function moveConcern(
  actor: Actor,
  target: Target,
  name: ConcernMove | ((facts: ConcernFacts) => ConcernMove),
  details: (tx: Tx) => Promise<Pick<StepDetails, "set" | "reason">>,
): Promise<Result<{ proposal: number; concern: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdLockedProposal(tx, actor, target.proposal);
    if (!held.ok) return held;
    const proposal = held.value;
    const found = await holdConcern(tx, proposal, target.concern);
    if (!found.ok) return found;
    const { id, number, facts, parties } = found.value;
    const move = typeof name === "function" ? name(facts) : name;
    const step = decide(concernMachine, move, actor, facts);
    if (!step.ok) return step;
    const moved = await applyStep(
      tx,
      step.value,
      { id, version: target.version },
      {
        ...(await details(tx)),
        proposalId: proposal.id,
        executive: proposal.visibility === "executive",
        data: { number, ...parties },
      },
    );
    if (!moved.ok) return moved;
    await touch(tx, { proposalId: proposal.id, ticketId: null });
    return done({ proposal: proposal.number, concern: number });
  });
}
