import { noteAlone } from "../audit/commands/note-alone";
import { byActor } from "../audit/note";
import { holds } from "../workflow/actor";
import type { Caller } from "./caller";
import type { Operation } from "./operation";
import type { Problem } from "./problem";

/**
 * Notes that somebody asked for what is the administrators', and is none, or sent a token that may not. Commands note
 * it themselves where they refuse; what only reads finds nothing.
 */
export async function noteRefusedAdministration(
  { actor }: Caller,
  { scope, method, path }: Operation,
  refusal: Problem | undefined,
): Promise<void> {
  const isRefusedHere = refusal !== undefined || method === "GET";
  if (scope !== "admin" || actor.kind !== "person" || holds(actor, "admin") || !isRefusedHere) return;
  const data = { deed: `${method} ${path}` };
  await noteAlone(byActor(actor), { type: "admin.refused", subject: "deed", data });
}
