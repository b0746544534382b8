import { done, type Result, refuse } from "../result";
import { type Actor, holds, isDirector, isOfficer, isPerson } from "../workflow/actor";

/** Directors move; the chair and the secretary also write down what a director moved (DOMAIN 6). */
export function mayMove(actor: Actor): boolean {
  return isDirector(actor) || isOfficer(actor);
}

export const onlyDirectorsMove =
  "A motion is made by a director. The chair and the secretary can write one down for a director.";

/** Nobody seconds what they moved themself; an officer may write down that another director did. */
export function maySecond(actor: Actor, { moverId }: { moverId: number }): boolean {
  return (isDirector(actor) && !isPerson(actor, moverId)) || isOfficer(actor);
}

export function isMoverOrOfficer(actor: Actor, { moverId }: { moverId: number }): boolean {
  return isPerson(actor, moverId) || isOfficer(actor);
}

/** The liaison says what is time- or business-critical (DOMAIN 5). */
export function mayMarkCritical(actor: Actor): boolean {
  return holds(actor, "liaison");
}

interface Seated {
  /** Whether the ballot froze a seat for this person. */
  hasSeat: boolean;
  /** Whether they are a director today. */
  sits: boolean;
  value: string;
  isAuthorOnly?: boolean;
}

/**
 * Whether somebody may take this position now. A seat that was frozen votes as long as its holder sits on the board;
 * everybody else who is signed in may say what they think, which is advisory (DOMAIN 5, docs/adr/024).
 */
export function mayTakePosition(person: { name: string }, { hasSeat, sits, value }: Seated): Result<null> {
  if (hasSeat && !sits) {
    return refuse(
      "refused",
      `${person.name} is not a director any more. What they said to this ballot before stays; nothing can be added.`,
    );
  }
  if (!hasSeat && value === "recuse") {
    return refuse("refused", "Only who has a vote on this ballot can recuse themself from it.");
  }
  return done(null);
}
