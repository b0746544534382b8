import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import type { discardCopyInput } from "../working-copy-schema";
import { dropWorkingCopy } from "./save-working-copy";

/** Throws away what one was typing. One that is gone already is thrown away as well. */
export async function discardWorkingCopy(
  actor: Actor,
  { copy, number }: z.output<typeof discardCopyInput>,
): Promise<Result<{ number: number | null }>> {
  const personId = personIdOf(actor);
  if (personId === null) return refuse("signed_out", "Sign in to discard your text.");
  return transact(async (tx) => {
    await dropWorkingCopy(tx, personId, copy);
    return done({ number: number ?? null });
  });
}
