import { type Actor, holds, holdsIn, isOfficer, isPerson, type Role } from "../workflow/actor";

/** Who looks after a body: they hear when somebody leaves it, and see what that person owes. */
export const keeperRoles: readonly Role[] = ["chair", "secretary", "sig_chair", "infra", "operator"];

/**
 * What somebody owes is seen by themself, by the board's officers and administrators, and by who looks after a body in
 * which they hold or held a role. Each line is seen by those only who may see what it is about.
 */
export function mayReadOwed(actor: Actor, person: { id: number; bodyIds: readonly number[] }): boolean {
  if (actor.kind === "system" || isPerson(actor, person.id) || isOfficer(actor) || holds(actor, "admin"))
    return true;
  return person.bodyIds.some((bodyId) => holdsIn(actor, bodyId, keeperRoles));
}
