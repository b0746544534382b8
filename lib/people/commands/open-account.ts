import type { z } from "zod";
import { refuseAdministration } from "../../audit/commands/note-alone";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdPerson } from "../held-person";
import { mayAdminister, onlyAdministrators } from "../people-policy";
import type { accountInput } from "../people-schema";

/** Opens an account again that had ended; its roles stay ended. */
export async function openAccount(
  actor: Actor,
  input: z.output<typeof accountInput>,
): Promise<Result<{ person: string }>> {
  if (!mayAdminister(actor))
    return refuseAdministration(actor, "open somebody’s account again", onlyAdministrators);
  return transact(async (tx) => {
    const person = await holdPerson(tx, input.person);
    if (!person) return notFound("person");
    if (!person.disabledAt) return refuse("conflict", `The account of ${person.name} is open.`);
    await tx.person.update({
      where: { id: person.id },
      data: { disabledAt: null, version: { increment: 1 } },
    });
    await record(tx, actor, {
      type: "person.account_opened",
      subject: "person",
      subjectId: person.id,
      data: { personId: person.id, person: person.name, ...(input.reason && { reason: input.reason }) },
    });
    return done({ person: person.handle });
  });
}
