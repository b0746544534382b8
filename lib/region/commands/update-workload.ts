import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import {
  type HeldWorkload,
  holdWorkload,
  type WorkloadDone,
  workloadData,
  workloadDone,
} from "../held-workload";
import { mayKeepWorkload } from "../workload-policy";
import type { updateWorkloadInput } from "../workload-schema";
import { nameTaken } from "./add-workload";

type Input = z.output<typeof updateWorkloadInput>;

/** Corrects what is said of a workload; what it said before stays in the event. */
export async function updateWorkload(actor: Actor, input: Input): Promise<Result<WorkloadDone>> {
  return transact(async (tx) => {
    const workload = await holdWorkload(tx, input.workloadId);
    if (!workload) return notFound("workload");
    if (!mayKeepWorkload(actor, workload.facts)) return notTheirs;
    if (await isTaken(tx, workload, input.name)) return nameTaken(input.name);
    const { name, url, note, needs, goesTo } = input;
    const { count } = await tx.workload.updateMany({
      where: { id: workload.id, version: input.version },
      data: { name, url: url || null, note, needs, goesTo, version: { increment: 1 } },
    });
    if (count === 0) return changedMeanwhile;
    await record(tx, actor, {
      type: "workload.updated",
      subject: "workload",
      subjectId: workload.id,
      regionId: workload.region.id,
      data: { ...workloadData({ ...workload, name }), before: beforeOf(workload) },
    });
    return done(workloadDone(workload));
  });
}

function beforeOf({ name, url, note, needs, goesTo }: HeldWorkload) {
  return { name, url: url ?? "", note, needs, goesTo };
}

/** Asked beforehand for the sentence's sake; the unique index holds where two ask at once. */
async function isTaken(tx: Tx, { id, region }: HeldWorkload, name: string): Promise<boolean> {
  return (await tx.workload.count({ where: { regionId: region.id, name, id: { not: id } } })) > 0;
}

const notTheirs = refuse(
  "forbidden",
  "What runs on a region is said by the tenant’s own people and the region’s operators.",
);
const changedMeanwhile = refuse(
  "conflict",
  "Somebody changed this workload before you. Nothing was saved; look again, then decide.",
);
