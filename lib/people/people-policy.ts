import { type Actor, holds } from "../workflow/actor";

/** Roles and accounts are kept by administrators; by the system where an account system or the command line says so. */
export function mayAdminister(actor: Actor): boolean {
  return actor.kind === "system" || holds(actor, "admin");
}

export const onlyAdministrators = "People and their roles are looked after by administrators.";
