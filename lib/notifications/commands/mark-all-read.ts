import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";

/** Marks what was in one's inbox when the page was shown as read; what came after stays new. */
export async function markAllRead(actor: Actor, input: { upTo: number }): Promise<Result<{ read: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to see your inbox.");
  return transact(async (tx) => {
    const { count } = await tx.notice.updateMany({
      where: { personId: actor.personId, id: { lte: input.upTo }, readAt: null },
      data: { readAt: now() },
    });
    return done({ read: count });
  });
}
