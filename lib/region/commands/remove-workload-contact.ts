import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type KeepContact, keepContact } from "../held-contact";
import type { WorkloadDone } from "../held-workload";

/** Takes a contact off the list, and with it how to reach them. */
export async function removeWorkloadContact(actor: Actor, input: KeepContact): Promise<Result<WorkloadDone>> {
  return keepContact(actor, input, "workload.contact_removed", async (tx, id) => {
    await tx.workloadContact.delete({ where: { id } });
  });
}
