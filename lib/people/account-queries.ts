import { createHash } from "node:crypto";
import { now } from "../clock";
import { db } from "../db/client";
import type { Actor } from "../workflow/actor";

export interface SessionShown {
  /** Not the session's own name, which would be enough to be them: its place in the list of its person. */
  key: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  method: string;
  agent: string;
  isThis: boolean;
}

export interface Account {
  handle: string;
  name: string;
  pronouns: string;
  timeZone: string;
  email: string | null;
  version: number;
  providers: { issuer: string; lastUsedAt: Date; groupsAt: Date; askAt: Date | null }[];
  roles: { role: string; body: string; since: Date; group: string | null }[];
  sessions: SessionShown[];
}

/** What somebody sees of their own account; null where nobody is signed in. */
export async function findAccount(actor: Actor, sessionId: string | null): Promise<Account | null> {
  if (actor.kind !== "person") return null;
  const person = await db.person.findUnique({
    where: { id: actor.personId },
    select: {
      ...{ handle: true, name: true, pronouns: true, timeZone: true, email: true, version: true },
      accounts: { select: { issuer: true, lastUsedAt: true, groupsAt: true, askAt: true } },
      grants: {
        where: { until: null },
        orderBy: { id: "asc" },
        select: { role: true, since: true, group: true, body: { select: { name: true } } },
      },
      sessions: { where: { expiresAt: { gt: now() } }, orderBy: { createdAt: "desc" } },
    },
  });
  if (!person) return null;
  const { accounts, grants, sessions, ...rest } = person;
  return {
    ...rest,
    providers: accounts,
    roles: grants.map(({ body, ...grant }) => ({ ...grant, body: body.name })),
    sessions: sessions.map(({ id, personId: _person, ...session }) => ({
      ...session,
      key: keyOfSession(id),
      isThis: id === sessionId,
    })),
  };
}

/** Whose account at a provider this is. */
export async function findPersonOfAccount(issuer: string, subject: string): Promise<number | undefined> {
  const account = await db.signInAccount.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { personId: true },
  });
  return account?.personId;
}

/** A session by which its person can name it, and nobody can use it. */
export function keyOfSession(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 16);
}
