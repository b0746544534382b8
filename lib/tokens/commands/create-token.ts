import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, holds } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { createTokenForInput, createTokenInput } from "../schema";
import { hashOf, newSecret } from "../secret";

export interface NewToken {
  id: number;
  expiresAt: Date;
  /** Shown this once: only its hash is kept. Absent where the same request had made the token before. */
  secret?: string;
}

const mostTokens = 50;

/** Makes a token that acts as its person, within its scope, until its last day. */
export async function createToken(
  actor: Actor,
  input: z.output<typeof createTokenInput>,
): Promise<Result<NewToken>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to make a token.");
  const isAdmin = holds(actor, "admin");
  return withSecret((tx, hash) => write(tx, actor, { personId: actor.personId, isAdmin, hash, ...input }));
}

/** The same for somebody else, from the command line. */
export async function createTokenFor(
  actor: Actor,
  { person: handle, ...input }: z.output<typeof createTokenForInput>,
): Promise<Result<NewToken>> {
  if (actor.kind !== "system") return refuse("forbidden", "Tokens are made by their person.");
  return withSecret(async (tx, hash) => {
    const person = await tx.person.findFirst({
      where: { handle, disabledAt: null, isPlaceholder: false },
      select: { id: true, grants: { where: { role: "admin", until: null }, select: { id: true } } },
    });
    if (!person) return notFound("person");
    const isAdmin = person.grants.length > 0;
    return write(tx, actor, { personId: person.id, isAdmin, hash, ...input });
  });
}

/** What a transaction answers is kept for whoever sends the same again: the secret is never in it. */
async function withSecret(
  make: (tx: Tx, hash: string) => Promise<Result<NewToken>>,
): Promise<Result<NewToken>> {
  const secret = newSecret();
  let isNew = false;
  const made = await transact(async (tx) => {
    const result = await make(tx, hashOf(secret));
    isNew = result.ok;
    return result;
  });
  return made.ok && isNew ? done({ ...made.value, secret }) : made;
}

interface Wanted extends z.output<typeof createTokenInput> {
  personId: number;
  isAdmin: boolean;
  hash: string;
}

async function write(
  tx: Tx,
  actor: Actor,
  { personId, isAdmin, hash, name, scope, days }: Wanted,
): Promise<Result<NewToken>> {
  if (scope === "admin" && !isAdmin) {
    const message = "Only an administrator has a use for it: choose read or write.";
    return refuse("invalid", message, [{ path: "scope", message }]);
  }
  const working = await tx.apiToken.count({
    where: { personId, revokedAt: null, expiresAt: { gt: now() } },
  });
  if (working >= mostTokens)
    return refuse("refused", `There are ${mostTokens} tokens that work: revoke one first.`);
  const expiresAt = new Date(now().getTime() + days * 86_400_000);
  const { id } = await tx.apiToken.create({
    data: { personId, name, scope, hash, createdAt: now(), expiresAt },
    select: { id: true },
  });
  const data = { name, scope, expiresAt: expiresAt.toISOString() };
  const subject = { subject: "api_token", subjectId: id, executive: true };
  await record(tx, actor, { type: "token.created", ...subject, data });
  return done({ id, expiresAt });
}
