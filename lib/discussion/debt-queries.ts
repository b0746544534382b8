import { Prisma } from "../db/client";
import { holdersSql, roleNameSql } from "../people/holder-queries";
import type { Party } from "../people/queries";
import { groupsOf } from "../people/role-groups";
import type { Actor } from "../workflow/actor";
import { bodiesOfDuty } from "./policy";

/**
 * Whether this actor owes an answer to the question in the row `q`: asked of them, of a body whose duties they share,
 * or of a role that they hold and have not answered for yet. What the split of its proposal has placed is owed to nobody.
 */
export function owedBySql(actor: Actor): Prisma.Sql {
  if (actor.kind !== "person") return Prisma.sql`false`;
  const { personId, roles } = actor;
  return Prisma.sql`(q."status" IN ('open', 'unanswered')
    AND (q."askedOfPersonId" = ${personId} OR q."askedOfBodyId" = ANY(${bodiesOfDuty(actor)})
      OR (q."askedOfRole" = ANY(${groupsOf(roles)}) AND q."askedById" <> ${personId}))
    AND (q."askedOfRole" IS NULL OR NOT EXISTS (SELECT 1 FROM "QuestionAnswer" oa
      WHERE oa."questionId" = q."id" AND oa."personId" = ${personId} AND oa."setAsideAt" IS NULL))
    AND NOT EXISTS (SELECT 1 FROM "SplitEntry" oz WHERE oz."questionId" = q."id" AND oz."disposition" <> 'answered'))`;
}

/** What the role of the question in the row `q` is called; null where it was asked of a person or a body. */
export const askedRoleName = roleNameSql(Prisma.sql`q."askedOfRole"`);

/** How far a role has come with a question. */
export interface RoleProgress {
  /** Who hold the role today, without who asked. */
  holders: number;
  /** Who asked holds it too, and owes themselves nothing. */
  askerHolds: boolean;
  /** Those of them who have answered. */
  answered: number;
  /** Names of the others, five at most. */
  waiting: string[];
}

/** The progress of the question in the row `q`; null where it was asked of a person or a body. */
export const progressJson = Prisma.sql`CASE WHEN q."askedOfRole" IS NULL THEN NULL ELSE (
  SELECT json_build_object('holders', count(*) FILTER (WHERE h."id" <> q."askedById"),
    'askerHolds', coalesce(bool_or(h."id" = q."askedById"), false),
    'answered', count(ha."id") FILTER (WHERE h."id" <> q."askedById"),
    'waiting', coalesce((array_agg(h."name" ORDER BY h."name", h."id")
      FILTER (WHERE ha."id" IS NULL AND h."id" <> q."askedById"))[1:5], '{}'))
  FROM (${holdersSql(Prisma.sql`q."askedOfRole"`)}) h LEFT JOIN "QuestionAnswer" ha
    ON ha."questionId" = q."id" AND ha."personId" = h."id" AND ha."setAsideAt" IS NULL) END`;

/** One debtor of a proposal, with how many answers they owe. */
export interface Debt {
  of: Party;
  count: number;
}

/** Who owes how many answers on the proposal in the row `p`, most first; the first eight. */
export const debtsJson = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('of', d."of", 'count', d."count")
    ORDER BY d."count" DESC, d."of"->>'name'), '[]') FROM (
  SELECT jsonb_build_object(
      'kind', CASE WHEN dp."id" IS NOT NULL THEN 'person' WHEN db."id" IS NOT NULL THEN 'body' ELSE 'role' END,
      'handle', coalesce(dp."handle", db."handle", q."askedOfRole"),
      'name', coalesce(dp."name", db."name", ${askedRoleName})) AS "of", count(*)::int AS "count"
  FROM "Question" q LEFT JOIN "Person" dp ON dp."id" = q."askedOfPersonId" LEFT JOIN "Body" db ON db."id" = q."askedOfBodyId"
  WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered')
    AND NOT EXISTS (SELECT 1 FROM "SplitEntry" dz WHERE dz."questionId" = q."id" AND dz."disposition" <> 'answered')
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 8) d)`;
