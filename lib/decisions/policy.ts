import { type Actor, holds, readsExecutive } from "../workflow/actor";

/** The chair records what the board decided, also anew and long afterwards (DOMAIN 6); the secretary writes lines. */
export function mayRecordDecision(actor: Actor): boolean {
  return holds(actor, "chair");
}

/** A decision on an executive item is read by the directors only, even where its proposal is public (DOMAIN 5). */
export function mayReadDecision(actor: Actor, item: { isExecutive: boolean } | null): boolean {
  return !item?.isExecutive || readsExecutive(actor);
}

export const onlyChairRecords = "Decisions are recorded by the chair.";
