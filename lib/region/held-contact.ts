import type { z } from "zod";
import { type Tx, transact } from "../db/transaction";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";

import { holdWorkload, type WorkloadDone, workloadData, workloadDone } from "./held-workload";
import { mayKeepWorkload } from "./workload-policy";
import type { keepContactInput } from "./workload-schema";

export type KeepContact = z.output<typeof keepContactInput>;

/** Does something with a contact of a workload, under the workload's lock, with its event. */
export async function keepContact(
  actor: Actor,
  { contactId }: KeepContact,
  type: `workload.contact_${string}`,
  deed: (tx: Tx, id: number) => Promise<void>,
): Promise<Result<WorkloadDone>> {
  return transact(async (tx) => {
    const place = { where: { id: contactId }, select: { workloadId: true, name: true } };
    const found = await tx.workloadContact.findUnique(place);
    const workload = found && (await holdWorkload(tx, found.workloadId));
    const contact = workload && (await tx.workloadContact.findUnique(place));
    if (!workload || !contact) return notFound("contact");
    if (!mayKeepWorkload(actor, workload.facts)) return contactsNotTheirs;
    await deed(tx, contactId);
    await record(tx, actor, {
      type,
      subject: "workload",
      subjectId: workload.id,
      regionId: workload.region.id,
      data: { ...workloadData(workload), contact: contact.name },
    });
    return done(workloadDone(workload));
  });
}

export const contactsNotTheirs = refuse(
  "forbidden",
  "Contacts are kept by the tenant’s own people and the region’s operators.",
);
