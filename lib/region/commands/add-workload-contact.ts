import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { contactsNotTheirs } from "../held-contact";
import { holdWorkload, type WorkloadDone, workloadData, workloadDone } from "../held-workload";
import { mayKeepWorkload } from "../workload-policy";
import type { addContactInput } from "../workload-schema";

/** Names somebody who answers for a workload. The event says who, not how to reach them: everybody reads it. */
export async function addWorkloadContact(
  actor: Actor,
  input: z.output<typeof addContactInput>,
): Promise<Result<WorkloadDone>> {
  return transact(async (tx) => {
    const workload = await holdWorkload(tx, input.workloadId);
    if (!workload) return notFound("workload");
    if (!mayKeepWorkload(actor, workload.facts)) return contactsNotTheirs;
    const { name, reach } = input;
    await tx.workloadContact.create({ data: { workloadId: workload.id, name, reach, confirmedAt: now() } });
    await record(tx, actor, {
      type: "workload.contact_added",
      subject: "workload",
      subjectId: workload.id,
      regionId: workload.region.id,
      data: { ...workloadData(workload), contact: name },
    });
    return done(workloadDone(workload));
  });
}
