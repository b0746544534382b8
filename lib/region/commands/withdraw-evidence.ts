import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { evidenceMachine } from "../evidence-machine";
import type { withdrawEvidenceInput } from "../evidence-schema";

/** Takes evidence back, with the reason: what it proved is not proven by it any more; that it was stays in the history. */
export async function withdrawEvidence(
  actor: Actor,
  input: z.output<typeof withdrawEvidenceInput>,
): Promise<Result<{ evidenceId: number; region: string; capability: string }>> {
  return transact(async (tx) => {
    const evidence = await tx.evidence.findUnique({
      where: { id: input.evidenceId },
      select: withdrawnSelect,
    });
    if (!evidence) return notFound("evidence");
    const { criterion, capability, ...columns } = evidence;
    const { region } = capability;
    const facts = { ...columns, operatorsId: region.operatorsId };
    const step = decide(evidenceMachine, "withdraw", actor, facts);
    if (!step.ok) return step;
    const { reason, evidenceId, version } = input;
    const moved = await applyStep(
      tx,
      step.value,
      { id: evidenceId, version },
      {
        regionId: region.id,
        set: { withdrawnAt: now(), withdrawnById: personIdOf(actor), withdrawnReason: reason },
        data: { capability: capability.name, criterion },
        reason,
      },
    );
    return moved.ok ? done({ evidenceId, region: region.key, capability: capability.key }) : moved;
  });
}

const withdrawnSelect = {
  status: true,
  submittedById: true,
  criterion: true,
  capability: {
    select: { key: true, name: true, region: { select: { id: true, key: true, operatorsId: true } } },
  },
} as const;
