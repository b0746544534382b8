import { now } from "../../clock";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type KeepContact, keepContact } from "../held-contact";
import type { WorkloadDone } from "../held-workload";

/** Says that a contact still answers: the date is today's again. */
export async function confirmWorkloadContact(
  actor: Actor,
  input: KeepContact,
): Promise<Result<WorkloadDone>> {
  return keepContact(actor, input, "workload.contact_confirmed", async (tx, id) => {
    await tx.workloadContact.update({ where: { id }, data: { confirmedAt: now() } });
  });
}
