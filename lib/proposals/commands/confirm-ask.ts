import type { z } from "zod";
import { transact } from "../../db/transaction";
import { type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { moveConsent } from "../move-consent";
import type { confirmAskInput } from "../schema";

/** Whoever an ask names as its owner says yes to it. */
export async function confirmAsk(
  actor: Actor,
  input: z.output<typeof confirmAskInput>,
): Promise<Result<{ number: number; ask: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to confirm an ask.");
  return transact((tx) => moveConsent(tx, actor, "confirm", input));
}
