import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdWorkload, type WorkloadDone, workloadData, workloadDone } from "../held-workload";
import { workloadMachine } from "../workload-machine";
import type { moveWorkloadInput } from "../workload-schema";

/** Moves a workload: it is being onboarded, runs, leaves, or has ended. */
export async function moveWorkload(
  actor: Actor,
  input: z.output<typeof moveWorkloadInput>,
): Promise<Result<WorkloadDone>> {
  return transact(async (tx) => {
    const workload = await holdWorkload(tx, input.workloadId);
    if (!workload) return notFound("workload");
    const step = decide(workloadMachine, input.move, actor, workload.facts);
    if (!step.ok) return step;
    const moved = await applyStep(
      tx,
      step.value,
      { id: workload.id, version: input.version },
      {
        regionId: workload.region.id,
        data: workloadData(workload),
        ...(input.reason !== "" && { reason: input.reason }),
      },
    );
    return moved.ok ? done(workloadDone(workload)) : moved;
  });
}
