import { type Actor, isPerson } from "../workflow/actor";
import { isOperatorOf, mayMoveRegion } from "./policy";

/** Where a role of a region is asked about. */
export interface RolePlace {
  operatorsId: number;
}

/** Roles are defined and filled by those who answer for the region: its operators and the officers of the board. */
export function mayKeepRoles(actor: Actor, place: RolePlace): boolean {
  return actor.kind === "system" || mayMoveRegion(actor, place);
}

/** Whoever holds a role may hand it over or lay it down themself. */
export function mayHandOver(actor: Actor, holder: RolePlace & { personId: number }): boolean {
  return isPerson(actor, holder.personId) || mayKeepRoles(actor, holder);
}

/** Two-person rule: an operator gives access, never to themself. */
export function mayGiveAccess(actor: Actor, holder: RolePlace & { personId: number }): boolean {
  return isOperatorOf(actor, holder) && !isPerson(actor, holder.personId);
}
