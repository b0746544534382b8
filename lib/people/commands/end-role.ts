import type { z } from "zod";
import { refuseAdministration } from "../../audit/commands/note-alone";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { finishRole, holdPersonIn } from "../held-person";
import { mayAdminister, onlyAdministrators } from "../people-policy";
import type { endRoleInput } from "../people-schema";

/** Ends a role that somebody holds: what they may by it ends at once, what they owe by it stays seen (scenario 22). */
export async function endRole(
  actor: Actor,
  input: z.output<typeof endRoleInput>,
): Promise<Result<{ person: string }>> {
  if (!mayAdminister(actor)) return refuseAdministration(actor, "end somebody’s role", onlyAdministrators);
  return transact(async (tx) => {
    const held = await holdPersonIn(tx, input);
    if (!held.ok) return held;
    const { person, body } = held.value;
    const { role, reason } = input;
    const ended = await finishRole(tx, actor, { person, role, body, reason });
    return ended
      ? done({ person: person.handle })
      : refuse("conflict", `${person.name} does not hold this role.`);
  });
}
