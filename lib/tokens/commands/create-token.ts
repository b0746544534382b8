import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import { type Actor, holds } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { createTokenInput } from "../schema";
import { hashOf, newSecret } from "../secret";

export interface NewToken {
  id: number;
  /** Shown this once: only its hash is kept. */
  secret: string;
  expiresAt: Date;
}

const mostTokens = 50;

/** Makes a token that acts as its person, within its scope, until its last day. */
export async function createToken(
  actor: Actor,
  { name, scope, days }: z.output<typeof createTokenInput>,
): Promise<Result<NewToken>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to make a token.");
  if (scope === "admin" && !holds(actor, "admin")) {
    const message = "Only an administrator has a use for it: choose read or write.";
    return refuse("invalid", message, [{ path: "scope", message }]);
  }
  const { personId } = actor;
  return transact(async (tx) => {
    const working = await tx.apiToken.count({
      where: { personId, revokedAt: null, expiresAt: { gt: now() } },
    });
    if (working >= mostTokens)
      return refuse("refused", `You have ${mostTokens} tokens that work: revoke one first.`);
    const secret = newSecret();
    const expiresAt = new Date(now().getTime() + days * 86_400_000);
    const { id } = await tx.apiToken.create({
      data: { personId, name, scope, hash: hashOf(secret), createdAt: now(), expiresAt },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "token.created",
      subject: "api_token",
      subjectId: id,
      executive: true,
      data: { name, scope, expiresAt: expiresAt.toISOString() },
    });
    return done({ id, secret, expiresAt });
  });
}
