import { refuseAdministration } from "../../audit/commands/note-alone";
import type { Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { parseGitlab } from "../gitlab/parse";
import { planGitlab } from "../gitlab/to-portal";
import { mayImport } from "../policy";
import { type Imported, importPlans } from "./import-plans";

/**
 * Takes over the threads of a tracker from a file as GitLab's API writes it, with the notes of each issue: all of the file,
 * or, where it has any fault, nothing. Again, it adds only what is new.
 */
export async function importGitlab(actor: Actor, text: string): Promise<Result<Imported>> {
  const allowed = mayImport(actor);
  if (!allowed.ok) return refuseAdministration(actor, "import threads", allowed.refusal.message);
  const issues = parseGitlab(text);
  return issues.ok ? importPlans(actor, issues.value.map(planGitlab)) : issues;
}
