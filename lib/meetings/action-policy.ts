import { sharesDutiesOf } from "../discussion/policy";
import { type Actor, isOfficer, isPerson } from "../workflow/actor";

/** Who does an ACTION now: a person, a body, or nobody yet. */
export interface ActionParties {
  ownerPersonId: number | null;
  ownerBodyId: number | null;
}

/** The person, or whoever shares the duties of the body. */
export function ownsAction(actor: Actor, action: ActionParties): boolean {
  return isPerson(actor, action.ownerPersonId) || sharesDutiesOf(actor, action.ownerBodyId);
}

/** Its owner ahead of the meeting; the chair and the secretary, who ask in it. */
export function mayReport(actor: Actor, action: ActionParties): boolean {
  return ownsAction(actor, action) || isOfficer(actor);
}
