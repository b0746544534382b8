import type { z } from "zod";
import { refuseAdministration } from "../../audit/commands/note-alone";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayAdminister, onlyAdministrators } from "../people-policy";
import type { addPersonInput } from "../people-schema";
import { yieldHandle } from "../yield-handle";

/** Makes an account for somebody who has not been here yet: their first sign-in finds it by its handle or address. */
export async function addPerson(
  actor: Actor,
  input: z.output<typeof addPersonInput>,
): Promise<Result<{ person: string }>> {
  if (!mayAdminister(actor))
    return refuseAdministration(actor, "make an account for somebody", onlyAdministrators);
  return transact(async (tx) => {
    const { handle, name, email } = input;
    await yieldHandle(tx, actor, handle);
    const taken = await tx.person.findFirst({
      where: { OR: [{ handle: { equals: handle, mode: "insensitive" } }, ...(email ? [{ email }] : [])] },
      select: { handle: true },
    });
    if (taken) return refuse("conflict", `There is an account already: @${taken.handle}.`);
    const { id } = await tx.person.create({
      data: { handle, name, email: email || null, createdAt: now() },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "person.added",
      subject: "person",
      subjectId: id,
      data: { personId: id, person: name },
    });
    return done({ person: handle });
  });
}
