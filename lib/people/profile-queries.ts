import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { visibleSql } from "../proposals/visibility";
import { type Actor, readsExecutive } from "../workflow/actor";

/** A role that somebody holds or held. */
export interface RoleShown {
  role: string;
  body: string;
  bodyHandle: string;
  /** The handle where the body is a SIG, which has a page. */
  sig: string | null;
  since: Date;
  until: Date | null;
  /** The last day of the term that is planned, where one is. */
  termEnds: string | null;
}

export interface Profile {
  id: number;
  handle: string;
  name: string;
  pronouns: string;
  timeZone: string;
  isPlaceholder: boolean;
  /** Their account here has ended. */
  hasLeft: boolean;
  /** Who a placeholder turned out to be. */
  claimedBy: { handle: string; name: string } | null;
  /** Those of now first, then the latest. */
  roles: RoleShown[];
}

interface Row extends Omit<Profile, "roles"> {
  roles: (Omit<RoleShown, "since" | "until"> & { since: string; until: string | null })[];
}

/**
 * A person's public page, in one query; null where nobody is called that. A placeholder that only a thread behind the
 * gate knows is not there for who may not read that thread.
 */
export async function findProfile(actor: Actor, handle: string): Promise<Profile | null> {
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT w."id", w."handle", w."name", w."pronouns", w."timeZone", w."isPlaceholder",
      w."disabledAt" IS NOT NULL AND NOT w."isPlaceholder" AS "hasLeft",
      (SELECT json_build_object('handle', o."handle", 'name', o."name") FROM ${claimSql(actor)} JOIN "Person" o ON o."id" = k."personId") AS "claimedBy",
      (SELECT coalesce(json_agg(json_build_object('role', g."role", 'body', b."name", 'bodyHandle', b."handle",
          'sig', CASE WHEN b."kind" = 'sig' THEN b."handle" END, 'since', g."since", 'until', g."until", 'termEnds', g."termEnds")
          ORDER BY g."until" DESC NULLS FIRST, g."since", g."id"), '[]')
        FROM "RoleGrant" g JOIN "Body" b ON b."id" = g."bodyId" WHERE g."personId" = w."id") AS "roles"
    FROM "Person" w
    WHERE lower(w."handle") = lower(${handle}) AND (NOT w."isPlaceholder"
      OR EXISTS (SELECT 1 FROM "Proposal" p WHERE p."authorId" = w."id" AND ${visibleSql(actor)})
      OR EXISTS (SELECT 1 FROM "Comment" c JOIN "Proposal" p ON p."id" = c."proposalId" WHERE c."authorId" = w."id" AND ${visibleSql(actor)})
      OR EXISTS (SELECT 1 FROM ${claimSql(actor)}))
    ORDER BY w."handle" = ${handle} DESC LIMIT 1`);
  if (!row) return null;
  return {
    ...row,
    roles: row.roles.map(({ since, until, ...role }) => ({
      ...role,
      since: new Date(since),
      until: until === null ? null : new Date(until),
    })),
  };
}

/** The claim `k` of the placeholder `w` that stands, as far as this actor may know of it. */
function claimSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM "PlaceholderClaim" z WHERE z."placeholderId" = w."id" AND z."status" = 'confirmed'
    AND (${readsExecutive(actor)} OR NOT z."hidden")) k`;
}

/** Whether a role is held at this moment. */
export function isHeld({ since, until }: Pick<RoleShown, "since" | "until">): boolean {
  return since <= now() && (until === null || until > now());
}
