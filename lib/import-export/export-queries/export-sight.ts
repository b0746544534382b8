import { Prisma } from "../../db/client";
import { visibleSql } from "../../proposals/visibility";
import { ticketVisibleSql } from "../../tickets/visibility";
import { type Actor, isOfficer, personIdOf, readsExecutive } from "../../workflow/actor";

/** Conditions for the rows of an export: each says the same as the pages (promise 7). */
export interface Sight {
  /** Row "Proposal" p. */
  proposal: Prisma.Sql;
  /** Any row x with a "proposalId" that is always set. */
  ofProposal: Prisma.Sql;
  /** Row "Ticket" t. */
  ticket: Prisma.Sql;
  /** Any row x with a "proposalId" or a "ticketId". */
  comment: Prisma.Sql;
  /** Row "AgendaItem" i. */
  item: Prisma.Sql;
  /** Any row x with an "itemId", which may be empty. */
  ofItem: Prisma.Sql;
  event: Prisma.Sql;
  person: Prisma.Sql;
  /** Whether drafts of minutes are shown. */
  runsMeetings: boolean;
  isSystem: boolean;
}

const everything = Prisma.sql`true`;

export function sightOf(actor: Actor): Sight {
  const proposal = visibleSql(actor);
  const ticket = ticketVisibleSql(actor);
  const isSystem = actor.kind === "system";
  const item = itemSql(actor);
  const ofProposal = Prisma.sql`EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = x."proposalId" AND ${proposal})`;
  const ofTicket = Prisma.sql`EXISTS (SELECT 1 FROM "Ticket" t WHERE t."id" = x."ticketId" AND ${ticket})`;
  const ofItem = Prisma.sql`(x."itemId" IS NULL
    OR EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."id" = x."itemId" AND ${item}))`;
  const comment = Prisma.sql`(${ofProposal} OR ${ofTicket})`;
  const event = isSystem ? everything : eventSql(actor, ofProposal, ofTicket);
  const person = isSystem ? everything : personSql(comment, event, ofProposal);
  return {
    ...{ proposal, ofProposal, ticket, comment, item, ofItem, event, person },
    ...{ isSystem, runsMeetings: isSystem || isOfficer(actor) },
  };
}

/** The same as `mayReadItem` of the meetings. */
function itemSql(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return everything;
  const own = personIdOf(actor) ?? 0;
  return Prisma.sql`CASE
    WHEN EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = i."proposalId" AND p."authorId" = ${own}) THEN true
    WHEN EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = i."proposalId" AND p."visibility" = 'executive') THEN false
    ELSE i."visibility" = 'public' OR i."presenterId" = ${own} END IS TRUE`;
}

function eventSql(actor: Actor, ofProposal: Prisma.Sql, ofTicket: Prisma.Sql): Prisma.Sql {
  const own = personIdOf(actor) ?? 0;
  const open = readsExecutive(actor)
    ? everything
    : Prisma.sql`(x."visibility" = 'public'
        OR EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = x."proposalId" AND p."authorId" = ${own}))`;
  return Prisma.sql`(${open} AND (x."proposalId" IS NULL OR ${ofProposal}) AND (x."ticketId" IS NULL OR ${ofTicket}))`;
}

/** A placeholder is known only by what it did: whoever sees none of that has never heard of it. */
function personSql(comment: Prisma.Sql, event: Prisma.Sql, ofProposal: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(NOT w."isPlaceholder"
    OR EXISTS (SELECT 1 FROM "ProposalRevision" x WHERE x."authorId" = w."id" AND ${ofProposal})
    OR EXISTS (SELECT 1 FROM "Comment" x WHERE w."id" IN (x."authorId", x."editorId") AND ${comment})
    OR EXISTS (SELECT 1 FROM "Event" x WHERE x."actorId" = w."id" AND ${event}))`;
}
