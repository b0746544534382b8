import { rolesOf } from "../people/role-groups";
import { type Actor, holds, isPerson, type Role } from "../workflow/actor";
import type { AskOwner } from "./content";

/**
 * Whose word counts for their body: a SIG's chair and not each of its members, the board's directors and officers,
 * the infra team, a region's operators.
 */
export const consentRoles = [
  "director",
  "chair",
  "liaison",
  "secretary",
  "sig_chair",
  "infra",
  "operator",
] as const satisfies readonly Role[];

/** The bodies that this person can promise something for. */
export function bodiesSpokenFor(actor: Actor): number[] {
  if (actor.kind !== "person") return [];
  const speaking: readonly Role[] = consentRoles;
  return [...new Set(actor.roles.filter(({ role }) => speaking.includes(role)).map(({ bodyId }) => bodyId))];
}

/** Whoever an ask names: the person, somebody who speaks for the body, anybody who holds the role. */
export function isNamedBy(actor: Actor, ask: AskOwner): boolean {
  if (ask.ownerPersonId !== null) return isPerson(actor, ask.ownerPersonId);
  if (ask.ownerBodyId !== null) return bodiesSpokenFor(actor).includes(ask.ownerBodyId);
  return holds(actor, ...rolesOf(ask.ownerRole));
}
