import { db, Prisma } from "../db/client";
import type { Owner } from "../people/queries";
import { visibleSql } from "../proposals/visibility";
import { type Actor, personIdOf } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type ConcernStatus, concernMachine } from "./concern-machine";
import type { ConcernParties } from "./concern-policy";
import { bodiesOfDuty } from "./policy";

interface Named {
  handle: string;
  name: string;
}

export interface ConcernLine {
  id: number;
  number: number;
  version: number;
  status: ConcernStatus;
  html: string;
  opener: Named;
  resolver: Owner;
  /** The revision that it speaks about. */
  revision: number;
  /** What was done about it, and who says so. */
  response: { html: string; by: Named | null } | null;
  /** Why it was resolved or taken back, or what is still missing. */
  reason: string;
  at: string;
  settledAt: string | null;
  moves: AllowedMove[];
}

type ConcernRow = Omit<ConcernLine, "moves"> & { parties: ConcernParties };

/** Every concern of a proposal by number: what it says, who has to do what, and what this actor may do. */
export async function listConcerns(actor: Actor, proposalId: number): Promise<ConcernLine[]> {
  const rows = await db.$queryRaw<{ concern: ConcernRow }[]>(Prisma.sql`
    SELECT json_build_object('id', c."id", 'number', c."number", 'version', c."version", 'status', c."status",
      'html', c."html", 'revision', c."revision", 'reason', c."reason", 'at', c."createdAt", 'settledAt', c."settledAt",
      'opener', json_build_object('handle', o."handle", 'name', o."name"),
      'resolver', json_build_object('kind', CASE WHEN rp."id" IS NULL THEN 'body' ELSE 'person' END,
        'handle', coalesce(rp."handle", rb."handle"), 'name', coalesce(rp."name", rb."name")),
      'response', CASE WHEN c."response" = '' THEN NULL ELSE json_build_object('html', c."responseHtml",
        'by', CASE WHEN w."id" IS NULL THEN NULL ELSE json_build_object('handle', w."handle", 'name', w."name") END) END,
      'parties', json_build_object('openerId', c."openerId", 'resolverPersonId', c."resolverPersonId",
        'resolverBodyId', c."resolverBodyId", 'authorId', p."authorId", 'imported', p."sourceKey" IS NOT NULL,
        'coAuthorIds', ARRAY(SELECT k."personId" FROM "CoAuthor" k WHERE k."proposalId" = p."id"),
        'openerSits', o."disabledAt" IS NULL AND EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = o."id"
          AND g."role" IN ('director', 'chair', 'liaison') AND g."until" IS NULL))) AS "concern"
    FROM "Concern" c JOIN "Proposal" p ON p."id" = c."proposalId" JOIN "Person" o ON o."id" = c."openerId"
      LEFT JOIN "Person" rp ON rp."id" = c."resolverPersonId" LEFT JOIN "Body" rb ON rb."id" = c."resolverBodyId"
      LEFT JOIN "Person" w ON w."id" = c."respondedById"
    WHERE c."proposalId" = ${proposalId} AND ${visibleSql(actor)} ORDER BY c."number" LIMIT 200`);
  return rows.map(({ concern: { parties, ...concern } }) => ({
    ...concern,
    moves: allowedMoves(concernMachine, actor, { ...parties, status: concern.status }),
  }));
}

/**
 * Concerns that wait for this actor, in the columns of home's one query: as `concern` for whoever is to resolve it, as
 * `addressed` for whoever raised it. Once the board has decided, they wait for nobody any more.
 */
export function concernsWaitingSql(actor: Actor): Prisma.Sql {
  const own = personIdOf(actor) ?? -1;
  return Prisma.sql`
    SELECT CASE n."status" WHEN 'open' THEN 'concern' ELSE 'addressed' END, p."number", p."title", NULL, n."createdAt", n."number"::text
    FROM "Concern" n JOIN "Proposal" p ON p."id" = n."proposalId"
    WHERE p."status" IN ('discussion', 'scheduled', 'under_review') AND ${visibleSql(actor)}
      AND ((n."status" = 'open' AND (n."resolverPersonId" = ${own} OR n."resolverBodyId" = ANY(${bodiesOfDuty(actor)})))
        OR (n."status" = 'addressed' AND n."openerId" = ${own}))
    ORDER BY n."createdAt" LIMIT 20`;
}
