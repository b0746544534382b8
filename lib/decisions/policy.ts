import { type Actor, isOfficer, readsExecutive } from "../workflow/actor";

/** The chair or the secretary writes down what the board decided (DOMAIN 6). */
export function mayRecordDecision(actor: Actor): boolean {
  return isOfficer(actor);
}

/** A decision on an executive item is read by the directors only, even where its proposal is public (DOMAIN 5). */
export function mayReadDecision(actor: Actor, item: { isExecutive: boolean } | null): boolean {
  return !item?.isExecutive || readsExecutive(actor);
}

export const onlyOfficersDecide = "Decisions are recorded by the chair or the secretary.";
