import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { evidenceMachine } from "../evidence-machine";
import type { judgeEvidenceInput } from "../evidence-schema";

/** An operator of the region accepts or refuses what somebody else gave; a refusal says what is missing (DOMAIN 6). */
export async function judgeEvidence(
  actor: Actor,
  input: z.output<typeof judgeEvidenceInput>,
): Promise<Result<{ evidenceId: number; region: string; capability: string }>> {
  return transact(async (tx) => {
    const evidence = await tx.evidence.findUnique({ where: { id: input.evidenceId }, select: judgedSelect });
    if (!evidence) return notFound("evidence");
    const { criterion, capability, ...columns } = evidence;
    const { region } = capability;
    const facts = { ...columns, operatorsId: region.operatorsId };
    const step = decide(evidenceMachine, input.verdict, actor, facts);
    if (!step.ok) return step;
    const moved = await applyStep(
      tx,
      step.value,
      { id: input.evidenceId, version: input.version },
      {
        regionId: region.id,
        set: { judgedById: personIdOf(actor), judgedAt: now(), reason: input.reason },
        data: { capability: capability.name, criterion },
        ...(input.reason !== "" && { reason: input.reason }),
      },
    );
    if (!moved.ok) return moved;
    return done({ evidenceId: input.evidenceId, region: region.key, capability: capability.key });
  });
}

const judgedSelect = {
  status: true,
  submittedById: true,
  criterion: true,
  capability: {
    select: { key: true, name: true, region: { select: { id: true, key: true, operatorsId: true } } },
  },
} as const;
