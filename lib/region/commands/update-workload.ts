import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldWorkload, holdWorkload } from "../held-workload";
import { mayKeepWorkload } from "../workload-policy";
import type { updateWorkloadInput } from "../workload-schema";
import { nameTaken } from "./add-workload";

type Input = z.output<typeof updateWorkloadInput>;

/** Corrects what is said of a workload; what it said before stays in the event. */
export async function updateWorkload(
  actor: Actor,
  input: Input,
): Promise<Result<{ workloadId: number; sig: string }>> {
  return transact(async (tx) => {
    const workload = await holdWorkload(tx, input.workloadId);
    if (!workload) return notFound("workload");
    if (!mayKeepWorkload(actor, workload.facts)) return notTheirs;
    if (await isTaken(tx, workload, input.name)) return nameTaken(input.name);
    const { name, url, note } = input;
    const { count } = await tx.workload.updateMany({
      where: { id: workload.id, version: input.version },
      data: { name, url: url || null, note, version: { increment: 1 } },
    });
    if (count === 0) return changedMeanwhile;
    const before = { name: workload.name, url: workload.url ?? "", note: workload.note };
    await record(tx, actor, {
      type: "workload.updated",
      subject: "workload",
      subjectId: workload.id,
      regionId: workload.regionId,
      data: { name, sig: workload.sig.name, sigHandle: workload.sig.handle, before },
    });
    return done({ workloadId: workload.id, sig: workload.sig.handle });
  });
}

/** Asked beforehand for the sentence's sake; the unique index holds where two ask at once. */
async function isTaken(tx: Tx, { id, regionId }: HeldWorkload, name: string): Promise<boolean> {
  return (await tx.workload.count({ where: { regionId, name, id: { not: id } } })) > 0;
}

const notTheirs = refuse(
  "forbidden",
  "What a SIG runs is said by its chair, its members and the region’s operators.",
);
const changedMeanwhile = refuse(
  "conflict",
  "Somebody changed this workload before you. Nothing was saved; look again, then decide.",
);
