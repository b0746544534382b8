import { Prisma } from "../db/client";
import { bodiesOfDuty } from "../discussion/policy";
import { type Actor, holds, isOfficer, personIdOf } from "../workflow/actor";

/** Owned by this actor, or by a body whose duties they share: of the row `t`. `isOwnerOf` says the same of facts. */
export function ownedBySql(actor: Actor): Prisma.Sql {
  const person = personIdOf(actor);
  if (person === null) return Prisma.sql`false`;
  const bodies = bodiesOfDuty(actor);
  return Prisma.sql`(t."ownerPersonId" = ${person} OR t."ownerBodyId" = ANY(${bodies}::int[]))`;
}

/**
 * Whether the next move of the ticket in the row `t` is this actor's, or that of a body they belong to: who asked for it
 * files the draft and answers, who works on it goes on, the officers see to what is with the board. As a condition of the
 * row, so that a list walks its own index and stops when it is full, however much waits for somebody.
 */
export function waitingSql(actor: Actor): Prisma.Sql {
  const person = personIdOf(actor);
  if (person === null) return Prisma.sql`false`;
  const requested = Prisma.sql`(t."requesterId" = ${person}
    OR t."proposalId" = ANY(ARRAY(SELECT wp."id" FROM "Proposal" wp WHERE wp."authorId" = ${person})))`;
  const works = Prisma.sql`t."status" IN ('filed', 'needs_review', 'waiting_on_assignee', 'reopened')`;
  return Prisma.sql`(t."status" = 'waiting_on_reporter' AND ${requested}
    OR t."status" = 'draft' AND ${requested} AND (t."proposalId" IS NULL
      OR EXISTS (SELECT 1 FROM "Proposal" wf WHERE wf."id" = t."proposalId" AND wf."status" = 'delivering'))
    OR ${works} AND CASE t."destination" WHEN 'infra' THEN ${holds(actor, "infra")} ELSE ${ownedBySql(actor)} END
    OR t."status" = 'bounced' AND ${isOfficer(actor)})`;
}
