import { refuseAdministration } from "../../audit/commands/note-alone";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { parsePagure } from "../pagure/parse";
import { planImport } from "../pagure/to-portal";
import { mayImport } from "../policy";
import { type Imported, importPlans } from "./import-plans";

/**
 * Takes over the threads of a tracker from a file as Pagure's API writes it: all of the file, or, where it has any
 * fault, nothing. Again, it adds only what is new. The past is told to nobody.
 */
export async function importPagure(actor: Actor, text: string): Promise<Result<Imported>> {
  const allowed = mayImport(actor);
  if (!allowed.ok) return refuseAdministration(actor, "import threads", allowed.refusal.message);
  const issues = parsePagure(text);
  return issues.ok ? importPlans(actor, issues.value.map(planImport)) : issues;
}
