import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import { done, type Result, refuse } from "../result";
import { type EventScope, record } from "./events";
import type { Step } from "./machine";

/** The row that a step moves, as it was when it was decided on. */
export interface Subject {
  id: number;
  version: number;
}

export interface StepDetails extends EventScope {
  /** Other columns that change with the status. */
  set?: Record<string, unknown>;
  data?: Prisma.InputJsonObject;
  reason?: string;
  executive?: boolean;
  /** Whose deed it is, where somebody writes it down for them. */
  onBehalfOf?: string;
}

/** The table and the column that hold a machine's status. */
const tables = {
  proposal: { model: "proposal", column: "status" },
  question: { model: "question", column: "status" },
  slot_request: { model: "slotRequest", column: "status" },
  meeting: { model: "meeting", column: "status" },
  minutes: { model: "meeting", column: "minutesStatus" },
  minutes_comment: { model: "minutesComment", column: "status" },
  action: { model: "carriedAction", column: "status" },
  agenda_item: { model: "agendaItem", column: "status" },
  ticket: { model: "ticket", column: "status" },
  region: { model: "region", column: "phase" },
  evidence: { model: "evidence", column: "status" },
  ask: { model: "ask", column: "consent" },
  endorsement: { model: "endorsement", column: "status" },
  concern: { model: "concern", column: "status" },
  ballot: { model: "ballot", column: "status" },
  workload: { model: "workload", column: "status" },
  onboarding: { model: "region", column: "onboarding" },
  incident: { model: "incident", column: "status" },
  region_role: { model: "regionRole", column: "status" },
  claim: { model: "placeholderClaim", column: "status" },
} as const;

/**
 * Writes a step that was decided: the row, guarded by id, version and the status it comes from, with its event
 * and the outbox entry. Where somebody was quicker, no row matches and the answer is a conflict (promise 2).
 */
export async function applyStep(
  tx: Tx,
  step: Step,
  subject: Subject,
  details: StepDetails = {},
): Promise<Result<bigint>> {
  const { set, data, reason, ...where } = details;
  const changed = await updateGuarded(tx, step, subject, set ?? {});
  if (changed === 0) return conflict(tx, step, subject.id);
  const eventId = await record(tx, step.actor, {
    ...where,
    type: step.records,
    subject: step.subject,
    subjectId: subject.id,
    data: { ...data, move: step.move, from: step.from, to: step.to, ...(reason && { reason }) },
  });
  return done(eventId);
}

interface GuardedModel {
  updateMany(args: { where: object; data: object }): Promise<{ count: number }>;
}

async function updateGuarded(
  tx: Tx,
  step: Step,
  subject: Subject,
  set: Record<string, unknown>,
): Promise<number> {
  const { model, column } = tableOf(step);
  // Prisma gives its models no common type; each of these has an id, a version and the status column (tableOf).
  const delegate = tx[model] as unknown as GuardedModel;
  const { count } = await delegate.updateMany({
    where: { id: subject.id, version: subject.version, [column]: step.from },
    data: { ...set, [column]: step.to, version: { increment: 1 } },
  });
  return count;
}

/** Says what happened instead: who moved it, from the last event. */
async function conflict(tx: Tx, step: Step, subjectId: number): Promise<Result<never>> {
  const last = await tx.event.findFirst({
    where: { subject: step.subject, subjectId },
    orderBy: { id: "desc" },
    select: { type: true, actor: { select: { name: true } } },
  });
  const thing = step.subject.replaceAll("_", " ");
  const what = last
    ? ` (${last.type.replace(".", " ").replaceAll("_", " ")} by ${last.actor?.name ?? "the portal"})`
    : "";
  return refuse(
    "conflict",
    `Somebody changed this ${thing} before you${what}. Nothing was saved; look again, then decide.`,
  );
}

function tableOf(step: Step): (typeof tables)[keyof typeof tables] {
  if (step.subject in tables) return tables[step.subject as keyof typeof tables]; // checked on the line itself
  throw new Error(`no table holds the status of a ${step.subject}`);
}
