import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { revokeTokenInput } from "../schema";

/** Ends a token at once: its person's own, or anybody's for the command line. A second time changes nothing. */
export async function revokeToken(
  actor: Actor,
  { token: id }: z.output<typeof revokeTokenInput>,
): Promise<Result<{ token: number }>> {
  if (actor.kind === "public") return refuse("signed_out", "Sign in to revoke a token.");
  return transact(async (tx) => {
    const token = await tx.apiToken.findFirst({
      where: { id, ...(actor.kind === "person" && { personId: actor.personId }) },
      select: { name: true },
    });
    if (!token) return notFound("token");
    const { count } = await tx.apiToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now() },
    });
    if (count > 0) {
      await record(tx, actor, {
        type: "token.revoked",
        subject: "api_token",
        subjectId: id,
        executive: true,
        data: { name: token.name },
      });
    }
    return done({ token: id });
  });
}
