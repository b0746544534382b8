import { Prisma } from "../db/client";
import { type Actor, holds, isOfficer, personIdOf } from "../workflow/actor";

/** Owned by this actor, or by a body that they belong to: of the row `t`. */
export function ownedBySql(actor: Actor): Prisma.Sql {
  const person = personIdOf(actor);
  if (person === null || actor.kind !== "person") return Prisma.sql`false`;
  const bodies = actor.roles.map(({ bodyId }) => bodyId);
  return Prisma.sql`(t."ownerPersonId" = ${person} OR t."ownerBodyId" = ANY(${bodies}::int[]))`;
}

/**
 * The ids of the tickets whose next move is this actor's, or that of a body they belong to. Each part of it is found by an
 * index: who asked for it files the draft and answers, who works on it goes on, the officers see to what is with the board.
 */
export function waitingIdsSql(actor: Actor): Prisma.Sql {
  const person = personIdOf(actor) ?? 0;
  const asks = Prisma.sql`(w."status" = 'waiting_on_reporter'
    OR w."status" = 'draft' AND (w."proposalId" IS NULL OR EXISTS (SELECT 1 FROM "Proposal" wf WHERE wf."id" = w."proposalId" AND wf."status" = 'delivering')))`;
  const works = Prisma.sql`w."status" IN ('filed', 'needs_review', 'waiting_on_assignee', 'reopened')`;
  const bodies = actor.kind === "person" ? actor.roles.map(({ bodyId }) => bodyId) : [];
  return Prisma.sql`
    SELECT w."id" FROM "Ticket" w WHERE w."requesterId" = ${person} AND w."status" IN ('waiting_on_reporter', 'draft') AND ${asks}
    UNION ALL SELECT w."id" FROM "Ticket" w WHERE w."status" IN ('waiting_on_reporter', 'draft') AND ${asks}
      AND w."proposalId" IN (SELECT wp."id" FROM "Proposal" wp WHERE wp."authorId" = ${person})
    UNION ALL SELECT w."id" FROM "Ticket" w WHERE w."destination" <> 'infra' AND ${works} AND w."ownerPersonId" = ${person}
    UNION ALL SELECT w."id" FROM "Ticket" w WHERE w."destination" <> 'infra' AND ${works} AND w."ownerBodyId" = ANY(${bodies}::int[])
    ${holds(actor, "infra") ? Prisma.sql`UNION ALL SELECT w."id" FROM "Ticket" w WHERE w."destination" = 'infra' AND ${works}` : Prisma.empty}
    ${isOfficer(actor) ? Prisma.sql`UNION ALL SELECT w."id" FROM "Ticket" w WHERE w."status" = 'bounced'` : Prisma.empty}`;
}
