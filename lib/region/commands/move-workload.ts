import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdWorkload } from "../held-workload";
import { workloadMachine } from "../workload-machine";
import type { moveWorkloadInput } from "../workload-schema";

/** Says that a workload runs, or that it has ended. */
export async function moveWorkload(
  actor: Actor,
  input: z.output<typeof moveWorkloadInput>,
): Promise<Result<{ workloadId: number; sig: string }>> {
  return transact(async (tx) => {
    const workload = await holdWorkload(tx, input.workloadId);
    if (!workload) return notFound("workload");
    const step = decide(workloadMachine, input.move, actor, workload.facts);
    if (!step.ok) return step;
    const { name, sig, regionId } = workload;
    const moved = await applyStep(
      tx,
      step.value,
      { id: workload.id, version: input.version },
      {
        regionId,
        data: { name, sig: sig.name, sigHandle: sig.handle },
        ...(input.reason !== "" && { reason: input.reason }),
      },
    );
    return moved.ok ? done({ workloadId: workload.id, sig: sig.handle }) : moved;
  });
}
