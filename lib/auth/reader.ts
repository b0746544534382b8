import { cookies } from "next/headers";
import { cache } from "react";
import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { env } from "../env";
import { rolesHeldSql } from "../people/person-facts";
import { type Actor, type RoleHeld, thePublic } from "../workflow/actor";
import { sessionIdIn } from "./cookie-claims";
import { sessionCookie } from "./session-cookie";
import { rememberPerson } from "./session-people";

export interface Reader {
  actor: Actor;
  /** Notices not read yet. */
  inboxCount: number;
}

const nobody: Reader = { actor: thePublic, inboxCount: 0 };

/**
 * Who asks, in this request: one decrypted cookie and one query, once per request.
 * next-auth's own `auth()` would cost several times that, and renews a cookie that the database ends anyway.
 */
export const currentReader = cache(async (): Promise<Reader> => {
  const sessionId = await sessionIdOfCookie();
  return sessionId ? findReader(sessionId) : nobody;
});

export async function currentActor(): Promise<Actor> {
  return (await currentReader()).actor;
}

/** The session of this request, where its cookie names one; whether it still holds is said by `currentReader`. */
export async function currentSessionId(): Promise<string | null> {
  return (await sessionIdOfCookie()) ?? null;
}

async function sessionIdOfCookie(): Promise<string | undefined> {
  const { name } = sessionCookie();
  const token = (await cookies()).get(name)?.value;
  const secret = process.env.AUTH_SECRET;
  return token && secret ? sessionIdIn(name, token, secret) : undefined;
}

interface ReaderRow {
  id: number;
  handle: string;
  name: string;
  timeZone: string;
  roles: RoleHeld[];
  inboxCount: number;
}

/** Who stands behind these sessions now; those that have ended are not in it. */
export async function listActorsOf(sessionIds: readonly string[]): Promise<Map<string, Actor>> {
  const rows = await readRows<Omit<ReaderRow, "inboxCount"> & { sessionId: string }>(Prisma.sql`
    SELECT s."id" AS "sessionId", p."id", p."handle", p."name", p."timeZone", ${rolesHeld} AS "roles"
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId"
    WHERE s."id" = ANY(${[...sessionIds]}) AND s."expiresAt" > ${now()} AND s."lastSeenAt" > ${idleSince()}
      AND p."disabledAt" IS NULL`);
  return new Map(
    rows.map(({ sessionId, id, ...person }) => [sessionId, { kind: "person", personId: id, ...person }]),
  );
}

const rolesHeld = rolesHeldSql(Prisma.sql`p`);

/** A look counts to the minute or so: a session's row is not written at every request. */
const seenMinutes = 5;

function minutesAgo(minutes: number): Date {
  return new Date(now().getTime() - minutes * 60_000);
}

/** A session that was not used since then is over. */
function idleSince(): Date {
  return minutesAgo(env().SESSION_IDLE_HOURS * 60);
}

/** The person behind a session that has not ended, with the roles held today. */
export async function findReader(sessionId: string): Promise<Reader> {
  const [row] = await readRows<ReaderRow>(Prisma.sql`
    WITH seen AS (UPDATE "Session" SET "lastSeenAt" = ${now()} WHERE "id" = ${sessionId}
      AND "lastSeenAt" < ${minutesAgo(seenMinutes)} AND "lastSeenAt" > ${idleSince()})
    SELECT p."id", p."handle", p."name", p."timeZone",
      ${rolesHeld} AS "roles",
      (SELECT count(*)::int FROM "Notice" n WHERE n."personId" = p."id" AND n."readAt" IS NULL) AS "inboxCount"
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId"
    WHERE s."id" = ${sessionId} AND s."expiresAt" > ${now()} AND s."lastSeenAt" > ${idleSince()}
      AND p."disabledAt" IS NULL`);
  if (!row) return nobody;
  const { id, inboxCount, ...person } = row;
  rememberPerson(sessionId, id);
  return { actor: { kind: "person", personId: id, ...person }, inboxCount };
}
