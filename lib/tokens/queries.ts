import { now } from "../clock";
import { db } from "../db/client";
import type { Actor } from "../workflow/actor";
import type { TokenScope, TokenState } from "./ui-text";

export interface TokenLine {
  id: number;
  name: string;
  scope: TokenScope;
  state: TokenState;
  createdAt: Date;
  expiresAt: Date;
  /** To the minute; null where it was never used. */
  lastUsedAt: Date | null;
}

export interface OwnedToken extends TokenLine {
  handle: string;
}

/** A person's own tokens, those that work first. */
export async function listTokens(actor: Actor): Promise<TokenLine[]> {
  if (actor.kind !== "person") return [];
  return rowsOf({ personId: actor.personId });
}

/** Tokens of one person or of everybody, for the command line. */
export async function listAllTokens(handle?: string): Promise<OwnedToken[]> {
  return rowsOf(handle ? { person: { handle } } : {});
}

async function rowsOf(where: { personId?: number; person?: { handle: string } }): Promise<OwnedToken[]> {
  const rows = await db.apiToken.findMany({
    where,
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: 500,
    select: {
      ...{ id: true, name: true, scope: true, createdAt: true, expiresAt: true },
      ...{ lastUsedAt: true, revokedAt: true, person: { select: { handle: true } } },
    },
  });
  return rows.map(({ revokedAt, person, scope, ...row }) => ({
    ...row,
    scope: scope as TokenScope, // the database knows no other
    handle: person.handle,
    state: revokedAt ? "revoked" : row.expiresAt > now() ? "works" : "expired",
  }));
}
