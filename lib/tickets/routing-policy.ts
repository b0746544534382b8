import { type Actor, holds } from "../workflow/actor";

/** Settings are the administrators' (DOMAIN 6). */
export function maySetRouting(actor: Actor): boolean {
  return holds(actor, "admin");
}
