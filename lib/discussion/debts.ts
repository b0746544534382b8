import { Prisma } from "../db/client";
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
      OR q."askedOfRole" = ANY(${groupsOf(roles)}))
    AND (q."askedOfRole" IS NULL OR NOT EXISTS (SELECT 1 FROM "QuestionAnswer" oa
      WHERE oa."questionId" = q."id" AND oa."personId" = ${personId} AND oa."setAsideAt" IS NULL))
    AND NOT EXISTS (SELECT 1 FROM "SplitEntry" oz WHERE oz."questionId" = q."id"))`;
}
