import type { z } from "zod";
import type { Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import type { addressConcernInput } from "../concern-schema";
import { renderMarkdown } from "../markdown";
import { moveConcern } from "../move-concern";

/** Whoever is to resolve it, or an author, says what was done; whether that resolves it, its opener says. */
export async function addressConcern(
  actor: Actor,
  { response, ...target }: z.output<typeof addressConcernInput>,
): Promise<Result<{ proposal: number; concern: number }>> {
  return moveConcern(actor, target, "address", {
    set: {
      response,
      responseHtml: renderMarkdown(response),
      respondedById: personIdOf(actor),
      reason: "",
    },
  });
}
