import { noteTokenRefused, noteTokenUse, sightingOf } from "../audit/commands/note-token";
import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import { rolesHeldSql } from "../people/person-facts";
import { hashOf, looksLikeToken } from "../tokens/secret";
import { covers, type TokenScope } from "../tokens/ui-text";
import type { Actor, RoleHeld } from "../workflow/actor";

/** Who sent a token, and what it may do. */
export interface TokenReader {
  actor: Extract<Actor, { kind: "person" }>;
  scope: TokenScope;
}

interface Row {
  tokenId: number;
  tokenName: string;
  /** Its use was noted today, from this network. */
  isNoted: boolean;
  scope: TokenScope;
  lastUsedAt: Date | null;
  id: number;
  handle: string;
  name: string;
  timeZone: string;
  roles: RoleHeld[];
}

const minuteMs = 60_000;

/**
 * The person behind a token that works, with the roles held today; undefined for one that never was, is over, was
 * revoked, or whose person's account has ended. Without the scope for it, nobody is an administrator.
 */
export async function findTokenReader(secret: string): Promise<TokenReader | undefined> {
  if (!looksLikeToken(secret)) return undefined;
  const hash = hashOf(secret);
  const { day, network } = sightingOf(0, "used");
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT k."id" AS "tokenId", k."name" AS "tokenName", k."scope", k."lastUsedAt", p."id", p."handle", p."name", p."timeZone",
      ${rolesHeldSql(Prisma.sql`p`)} AS "roles",
      EXISTS (SELECT 1 FROM "TokenSighting" s WHERE s."tokenId" = k."id" AND s."day" = ${day} AND s."deed" = 'used'
        AND s."network" = ${network}) AS "isNoted"
    FROM "ApiToken" k JOIN "Person" p ON p."id" = k."personId"
    WHERE k."hash" = ${hash} AND k."revokedAt" IS NULL AND k."expiresAt" > ${now()} AND p."disabledAt" IS NULL`);
  if (!row) {
    await noteTokenRefused(hash);
    return undefined;
  }
  const { tokenId, tokenName, isNoted, scope, lastUsedAt, id, roles, ...person } = row;
  if (!isNoted) {
    const token = { id: tokenId, personId: id, name: tokenName, scope };
    await noteTokenUse(token, sightingOf(tokenId, "used"));
  }
  await noteUse(tokenId, lastUsedAt);
  const held = covers(scope, "admin") ? roles : roles.filter(({ role }) => role !== "admin");
  return { actor: { kind: "person", personId: id, ...person, roles: held }, scope };
}

/** Written once a minute, so that reading stays reading. */
async function noteUse(id: number, lastUsedAt: Date | null): Promise<void> {
  const minute = new Date(Math.floor(now().getTime() / minuteMs) * minuteMs);
  if (lastUsedAt && lastUsedAt >= minute) return;
  await db.apiToken.updateMany({ where: { id }, data: { lastUsedAt: minute } });
}
