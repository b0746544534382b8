import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import type { removeViewInput } from "../work-schema";

/** Forgets a view of the list: one's own only. */
export async function removeView(
  actor: Actor,
  input: z.output<typeof removeViewInput>,
): Promise<Result<{ view: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to change your views.");
  return transact(async (tx) => {
    const { count } = await tx.ticketView.deleteMany({ where: { id: input.view, personId: actor.personId } });
    return count > 0 ? done({ view: input.view }) : notFound("view");
  });
}
