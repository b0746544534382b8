import type { Tx } from "../db/transaction";
import type { Result } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep, type StepDetails } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { holdQuestion, lockProposal } from "./facts";
import { type QuestionMove, questionMachine } from "./machine";

interface Target {
  proposalId: number;
  authorId: number;
  executive: boolean;
}

/**
 * Makes one move of a question, weighed and written under the proposal's lock. The version is the one that the
 * person saw; without it the status alone decides.
 */
export async function moveQuestion(
  tx: Tx,
  actor: Actor,
  proposal: Target,
  move: { name: QuestionMove; question: number; version?: number },
  details: StepDetails = {},
): Promise<Result<{ id: number; number: number }>> {
  await lockProposal(tx, proposal.proposalId);
  const held = await holdQuestion(tx, proposal, move.question);
  if (!held.ok) return held;
  const { id, number, version, facts } = held.value;
  const step = decide(questionMachine, move.name, actor, facts);
  if (!step.ok) return step;
  const moved = await applyStep(
    tx,
    step.value,
    { id, version: move.version ?? version },
    {
      ...details,
      proposalId: proposal.proposalId,
      executive: proposal.executive,
      // Whom it is told to beside who owes and who asked: those who have answered.
      data: { ...details.data, number, answeredIds: [...facts.answeredIds] },
    },
  );
  return moved.ok ? { ok: true, value: { id, number } } : moved;
}
