import { bodiesOfDuty } from "../discussion/policy";
import { type Actor, isOfficer, isPerson } from "../workflow/actor";

/** Who does an ACTION now: a person, a body, or nobody yet. */
export interface ActionParties {
  ownerPersonId: number | null;
  ownerBodyId: number | null;
}

/** The person, or whoever shares the duties of the body. */
export function ownsAction(actor: Actor, action: ActionParties): boolean {
  const { ownerPersonId, ownerBodyId } = action;
  return (
    isPerson(actor, ownerPersonId) || (ownerBodyId !== null && bodiesOfDuty(actor).includes(ownerBodyId))
  );
}

/** Its owner ahead of the meeting; the chair and the secretary, who ask in it. */
export function mayReport(actor: Actor, action: ActionParties): boolean {
  return ownsAction(actor, action) || isOfficer(actor);
}
