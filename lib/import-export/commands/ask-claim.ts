import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdPlaceholder, isKnownToAll } from "../held-claim";
import { factsOf } from "../move-claim";
import type { askClaimInput } from "../schema";

/** "This is me": somebody says that a placeholder of an import stands for them. Nothing moves until it is confirmed. */
export async function askClaim(
  actor: Actor,
  { placeholder: handle, reason }: z.output<typeof askClaimInput>,
): Promise<Result<{ placeholder: string; claim: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say that this is you.");
  return transact(async (tx) => {
    const held = await holdPlaceholder(tx, actor, handle);
    if (!held.ok) return held;
    const placeholder = held.value;
    if (placeholder.disabledAt) return refuse("conflict", "This name was claimed before.");
    const hidden = !(await isKnownToAll(tx, placeholder.id));
    const { id } = await tx.placeholderClaim.create({
      data: { placeholderId: placeholder.id, personId: actor.personId, reason, hidden, askedAt: now() },
      select: { id: true },
    });
    const person = { id: actor.personId, handle: actor.handle, name: actor.name };
    await record(tx, actor, {
      type: "claim.asked",
      subject: "claim",
      subjectId: id,
      executive: hidden,
      data: { ...factsOf({ placeholder, person }), reason },
    });
    return done({ placeholder: placeholder.handle, claim: id });
  });
}
