import type { z } from "zod";
import { transact } from "../../db/transaction";
import { type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type GivenBack, giveBack } from "../give-back";
import { holdClaim, holdPlaceholder } from "../held-claim";
import { makeMove, moveClaim } from "../move-claim";
import type { unclaimInput, undoClaimInput } from "../schema";

/** Takes a confirmed claim back: what moved then, and still names the person, stands under the placeholder again. */
export async function undoClaim(
  actor: Actor,
  { reason, ...target }: z.output<typeof undoClaimInput>,
): Promise<Result<GivenBack>> {
  return moveClaim(actor, target, "undo", (tx, claim) => giveBack(tx, actor, { claim, reason }));
}

/** The same by the placeholder's name. */
export async function unclaimPlaceholder(
  actor: Actor,
  { placeholder: handle, reason }: z.output<typeof unclaimInput>,
): Promise<Result<GivenBack>> {
  return transact(async (tx) => {
    const held = await holdPlaceholder(tx, actor, handle);
    if (!held.ok) return held;
    const row = await tx.placeholderClaim.findFirst({
      where: { placeholderId: held.value.id, status: "confirmed" },
      select: { id: true, version: true },
    });
    if (!row) return refuse("conflict", `Nobody's claim of ${handle} stands.`);
    const claim = await holdClaim(tx, actor, row.id);
    if (!claim.ok) return claim;
    const wanted = { claim: claim.value, version: row.version, move: "undo" as const };
    return makeMove(tx, actor, wanted, (_tx, held) => giveBack(tx, actor, { claim: held, reason }));
  });
}
