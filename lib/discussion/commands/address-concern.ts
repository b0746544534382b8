import type { z } from "zod";
import type { Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import type { addressConcernInput } from "../concern-schema";
import { renderKnown } from "../mention-queries";
import { moveConcern } from "../move-concern";

/** Whoever is to resolve it, or an author, says what was done; whether that resolves it, its opener says. */
export async function addressConcern(
  actor: Actor,
  { response, ...target }: z.output<typeof addressConcernInput>,
): Promise<Result<{ proposal: number; concern: number }>> {
  return moveConcern(actor, target, "address", async (tx) => {
    const { html: responseHtml } = await renderKnown(tx, response, { proposal: target.proposal });
    return { set: { response, responseHtml, respondedById: personIdOf(actor), reason: "" } };
  });
}
