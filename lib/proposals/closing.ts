import type { z } from "zod";
import { now } from "../clock";
import { type Tx, transact } from "../db/transaction";
import { withdrawFromAgenda } from "../meetings/commands/withdraw-from-agenda";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { type HeldProposal, holdProposal } from "./facts";
import { proposalMachine } from "./machine";
import type { closeInput } from "./schema";

const endings = { withdraw: "withdrawn", close_without_follow_up: "no_follow_up" } as const;

/** Ends a proposal before its work is done, with a reason; its agenda item and its request for time go with it. */
export async function closeProposal(
  actor: Actor,
  input: z.output<typeof closeInput>,
  move: keyof typeof endings,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const proposal = await holdProposal(tx, actor, { number: input.number });
    if (!proposal) return notFound("proposal");
    const { reason, version } = input;
    if (move === "withdraw" && isDecided(proposal)) return decidedAlready;
    const ended = await endProposal(tx, actor, { ...proposal, version }, { move, reason });
    if (!ended.ok) return ended;
    const cleared = await withdrawFromAgenda(tx, actor, { proposalId: proposal.id, reason });
    return cleared.ok ? done({ number: proposal.number }) : cleared;
  });
}

/** Others may rest on what the board decided: it does not vanish, it is accounted for (DOMAIN 4). */
function isDecided({ facts: { status } }: HeldProposal): boolean {
  return status === "splitting" || status === "delivering";
}

const decidedAlready = refuse(
  "refused",
  "The board has decided on it: in the split, drop what is not needed, with a reason; or ask the chair or the secretary to close it without follow-up.",
);

/** The proposal's own move, in the caller's transaction; what stands on agendas is the caller's. */
export async function endProposal(
  tx: Tx,
  actor: Actor,
  proposal: HeldProposal,
  { move, reason }: { move: keyof typeof endings; reason: string },
): Promise<Result<null>> {
  const step = decide(proposalMachine, move, actor, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId: proposal.id,
    executive: proposal.visibility === "executive",
    reason,
    set: { closedAs: endings[move], closedAt: now(), updatedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}
