import type { z } from "zod";
import { transact } from "../../db/transaction";
import { type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { moveConsent } from "../move-consent";
import type { declineAskInput } from "../schema";

/** Whoever an ask names as its owner says no, or takes their yes back. */
export async function declineAsk(
  actor: Actor,
  input: z.output<typeof declineAskInput>,
): Promise<Result<{ number: number; ask: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to decline an ask.");
  return transact((tx) => moveConsent(tx, actor, "decline", input));
}
