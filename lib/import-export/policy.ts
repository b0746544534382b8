import { done, type Result, refuse } from "../result";
import { type Actor, holds, isOfficer } from "../workflow/actor";

/** The command line imports, and so do administrators: an import writes in the names of others. */
export function mayImport(actor: Actor): Result<null> {
  if (actor.kind === "system" || holds(actor, "admin")) return done(null);
  return refuse("forbidden", "Imports are for administrators.");
}

/** Who somebody was elsewhere is confirmed by the officers or an administrator, never by that person alone. */
export function mayConfirmClaims(actor: Actor): Result<null> {
  if (actor.kind === "system" || isOfficer(actor) || holds(actor, "admin")) return done(null);
  return refuse(
    "forbidden",
    "Who a placeholder stands for is confirmed by the chair, the secretary or an administrator.",
  );
}
