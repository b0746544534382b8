import type { z } from "zod";
import { note } from "../../audit/note";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { keyOfSession } from "../account-queries";
import type { revokeSessionInput } from "../people-schema";

/** Ends one of one's own sessions, or all of them: whoever uses it is signed out at once. */
export async function revokeSession(
  actor: Actor,
  input: z.output<typeof revokeSessionInput>,
): Promise<Result<{ ended: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to see your sessions.");
  const { personId } = actor;
  return transact(async (tx) => {
    const own = await tx.session.findMany({ where: { personId }, select: { id: true } });
    const ids = own
      .map(({ id }) => id)
      .filter((id) => input.session === "all" || keyOfSession(id) === input.session);
    if (ids.length === 0) return notFound("session");
    const { count } = await tx.session.deleteMany({ where: { personId, id: { in: ids } } });
    const data = { count, elsewhere: true };
    await note(tx, { personId }, { type: "session.ended", subject: "session", data });
    return done({ ended: count });
  });
}
