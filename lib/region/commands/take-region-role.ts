import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdRole } from "../held-role";
import { findHolder, startHolding } from "../hold-role";
import { mayKeepRoles } from "../role-policy";
import type { takeRegionRoleInput } from "../role-schema";
import { notTheirs } from "./add-region-role";

/** Names who holds a role from now on. Access to machines is not given with it: somebody else does that. */
export async function takeRegionRole(
  actor: Actor,
  input: z.output<typeof takeRegionRoleInput>,
): Promise<Result<{ region: string; roleId: number }>> {
  return transact(async (tx) => {
    const role = await holdRole(tx, input.roleId);
    if (!role) return notFound("role");
    if (!mayKeepRoles(actor, role.facts)) return notTheirs;
    if (role.facts.status === "retired") return refuse("refused", "This role is no longer needed.");
    const person = await findHolder(tx, input.person);
    if (!person.ok) return person;
    await startHolding(tx, actor, { role, person: person.value, note: input.note, from: null });
    return done({ region: role.region.key, roleId: role.id });
  });
}
