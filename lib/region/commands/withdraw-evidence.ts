import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { evidenceMachine } from "../evidence-machine";
import type { withdrawEvidenceInput } from "../evidence-schema";
import { holdEvidence } from "../held-evidence";

/** Takes evidence back, with the reason: what it proved is not proven by it any more; that it was stays in the history. */
export async function withdrawEvidence(
  actor: Actor,
  input: z.output<typeof withdrawEvidenceInput>,
): Promise<Result<{ evidenceId: number; region: string; capability: string }>> {
  return transact(async (tx) => {
    const evidence = await holdEvidence(tx, input.evidenceId);
    if (!evidence) return notFound("evidence");
    const { id, criterion, capability, region, facts } = evidence;
    const step = decide(evidenceMachine, "withdraw", actor, facts);
    if (!step.ok) return step;
    const { reason, version } = input;
    const moved = await applyStep(
      tx,
      step.value,
      { id, version },
      {
        regionId: region.id,
        set: { withdrawnAt: now(), withdrawnById: personIdOf(actor), withdrawnReason: reason },
        data: { capability: capability.name, criterion },
        reason,
      },
    );
    return moved.ok ? done({ evidenceId: id, region: region.key, capability: capability.key }) : moved;
  });
}
