import type { Tx } from "../db/transaction";
import type { Result } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep, type StepDetails } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { type Discussed, holdQuestion, lockDiscussed } from "./facts";
import { type QuestionMove, questionMachine } from "./machine";

type Target = Pick<Discussed, "proposalId" | "ticketId" | "authorId" | "executive">;

/**
 * Makes one move of a question, weighed and written under the lock of what it is about. The version is the one that the
 * person saw; without it the status alone decides.
 */
export async function moveQuestion(
  tx: Tx,
  actor: Actor,
  on: Target,
  move: { name: QuestionMove; question: number; version?: number },
  details: StepDetails = {},
): Promise<Result<{ id: number; number: number }>> {
  await lockDiscussed(tx, on);
  const held = await holdQuestion(tx, on, move.question);
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
      proposalId: on.proposalId,
      ticketId: on.ticketId,
      executive: on.executive,
      // Whom it is told to beside who owes and who asked: those who have answered.
      data: { ...details.data, number, answeredIds: [...facts.answeredIds] },
    },
  );
  return moved.ok ? { ok: true, value: { id, number } } : moved;
}
