import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { evidenceMachine } from "../evidence-machine";
import type { judgeEvidenceInput } from "../evidence-schema";
import { holdEvidence } from "../held-evidence";

/** An operator of the region accepts or refuses what somebody else gave; a refusal says what is missing (DOMAIN 6). */
export async function judgeEvidence(
  actor: Actor,
  input: z.output<typeof judgeEvidenceInput>,
): Promise<Result<{ evidenceId: number; region: string; capability: string }>> {
  return transact(async (tx) => {
    const evidence = await holdEvidence(tx, input.evidenceId);
    if (!evidence) return notFound("evidence");
    const { id, criterion, capability, region, facts } = evidence;
    const step = decide(evidenceMachine, input.verdict, actor, facts);
    if (!step.ok) return step;
    const { reason, version } = input;
    const moved = await applyStep(
      tx,
      step.value,
      { id, version },
      {
        regionId: region.id,
        set: { judgedById: personIdOf(actor), judgedAt: now(), reason },
        data: { capability: capability.name, criterion },
        ...(reason !== "" && { reason }),
      },
    );
    return moved.ok ? done({ evidenceId: id, region: region.key, capability: capability.key }) : moved;
  });
}
