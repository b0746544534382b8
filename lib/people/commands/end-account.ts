import type { z } from "zod";
import { refuseAdministration } from "../../audit/commands/note-alone";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { reassignTicketsOfLeft } from "../../tickets/commands/reassign-left";
import { type Actor, isPerson } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { finishRole, type HeldPerson, holdPerson } from "../held-person";
import { countOwedInPublic } from "../owed-queries";
import { mayAdminister, onlyAdministrators } from "../people-policy";
import type { accountInput } from "../people-schema";

/**
 * Ends an account: every session at once, and every role, each with its event. What they wrote stays; their open tickets go
 * to the bodies that see to them.
 */
export async function endAccount(
  actor: Actor,
  input: z.output<typeof accountInput>,
): Promise<Result<{ person: string }>> {
  if (!mayAdminister(actor)) return refuseAdministration(actor, "end somebody’s account", onlyAdministrators);
  return transact(async (tx) => {
    const person = await holdPerson(tx, input.person);
    if (!person) return notFound("person");
    if (isPerson(actor, person.id)) return refuse("refused", "Somebody else has to end your account.");
    if (person.disabledAt) return refuse("conflict", `The account of ${person.name} has ended already.`);
    await tx.person.update({
      where: { id: person.id },
      data: { disabledAt: now(), version: { increment: 1 } },
    });
    await tx.session.deleteMany({ where: { personId: person.id } });
    await tx.signInAccount.updateMany({
      where: { personId: person.id },
      data: { sealedToken: null, askAt: null },
    });
    await endRoles(tx, actor, person, input.reason);
    const tickets = await reassignTicketsOfLeft(tx, actor, person.id);
    const owes = await countOwedInPublic(tx, person.id);
    await record(tx, actor, {
      type: "person.account_ended",
      subject: "person",
      subjectId: person.id,
      data: {
        ...{ personId: person.id, person: person.name, handle: person.handle, tickets, owes },
        ...(input.reason && { reason: input.reason }),
      },
    });
    return done({ person: person.handle });
  });
}

async function endRoles(tx: Tx, actor: Actor, person: HeldPerson, reason: string): Promise<void> {
  const held = await tx.roleGrant.findMany({
    where: { personId: person.id, until: null },
    select: { role: true, body: { select: { id: true, handle: true, name: true } } },
  });
  for (const { role, body } of held) await finishRole(tx, actor, { person, role, body, reason });
}
