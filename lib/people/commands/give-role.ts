import type { z } from "zod";
import { refuseAdministration } from "../../audit/commands/note-alone";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { beginRole, holdPersonIn } from "../held-person";
import { mayAdminister, onlyAdministrators } from "../people-policy";
import type { roleGrantInput } from "../people-schema";

/** Gives somebody a role in a body, from now on (DOMAIN 6). */
export async function giveRole(
  actor: Actor,
  input: z.output<typeof roleGrantInput>,
): Promise<Result<{ person: string }>> {
  if (!mayAdminister(actor)) return refuseAdministration(actor, "give somebody a role", onlyAdministrators);
  return transact(async (tx) => {
    const held = await holdPersonIn(tx, input);
    if (!held.ok) return held;
    const { person, body } = held.value;
    if (person.disabledAt)
      return refuse("refused", `The account of ${person.name} has ended; open it again first.`);
    const { role, termEnds } = input;
    await beginRole(tx, actor, { person, role, body, ...(termEnds && { termEnds }) });
    return done({ person: person.handle });
  });
}
