import type { Tx } from "../db/transaction";
import { findAsActor, type KnownPerson } from "../proposals/reader-facts";
import { done, type Result, refuse } from "../result";
import { type Actor, isDirector, isOfficer } from "../workflow/actor";

export interface Deed {
  person: KnownPerson;
  /** Their name, where somebody else writes it down for them. */
  onBehalfOf?: string;
}

/**
 * Whose deed it is: one's own, or, where an officer names somebody, that person's. A handle that nobody has is said at
 * its field.
 */
export async function findDoer(tx: Tx, actor: Actor, handle: string, field: string): Promise<Result<Deed>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in first.");
  const named = handle.replace(/^@/, "");
  if (named === "" || named === actor.handle) return done({ person: actor });
  if (!isOfficer(actor)) {
    return refuse("forbidden", "Only the chair or the secretary writes down what somebody else said.");
  }
  const person = await findAsActor(tx, { handle: named });
  if (person) return done({ person, onBehalfOf: person.name });
  const message = `Nobody is called “${named}”. Give a handle such as @ada.`;
  return refuse("invalid", message, [{ path: field, message }]);
}

/** The same, for what only directors do. */
export async function findDirector(
  tx: Tx,
  actor: Actor,
  handle: string,
  field: string,
): Promise<Result<Deed>> {
  const found = await findDoer(tx, actor, handle, field);
  if (!found.ok || isDirector(found.value.person)) return found;
  const message = found.value.onBehalfOf
    ? `${found.value.person.name} is not a director. Name one who is.`
    : "You are not a director: name the director whose motion it is.";
  return refuse("invalid", message, [{ path: field, message }]);
}
