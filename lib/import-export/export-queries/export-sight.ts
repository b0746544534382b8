import { Prisma } from "../../db/client";
import { ballotVisibleSql } from "../../decisions/ballot-facts";
import { boardComment } from "../../discussion/comment-policy";
import { commentVisibleSql } from "../../discussion/visibility";
import { itemVisibleSql, linesVisibleSql } from "../../meetings/visibility";
import { visibleSql, writtenBySql } from "../../proposals/visibility";
import { ticketVisibleSql } from "../../tickets/visibility";
import { type Actor, holds, personIdOf, readsExecutive } from "../../workflow/actor";
import { mayConfirmClaims } from "../policy";

/** Conditions for the rows of an export: each says the same as the pages (promise 7). */
export interface Sight {
  /** Row "Proposal" p. */
  proposal: Prisma.Sql;
  /** Any row x with a "proposalId" that is always set. */
  ofProposal: Prisma.Sql;
  /** Row "Ticket" t. */
  ticket: Prisma.Sql;
  /** Any row x with a "ticketId". */
  ofTicket: Prisma.Sql;
  /** Row "Comment" x. */
  comment: Prisma.Sql;
  /** Row "AgendaItem" x. */
  item: Prisma.Sql;
  /** Any row x with an "itemId", which may be empty. */
  ofItem: Prisma.Sql;
  /** Row "MinuteLine" l. */
  line: Prisma.Sql;
  /** Row "Ballot" b. */
  ballot: Prisma.Sql;
  event: Prisma.Sql;
  person: Prisma.Sql;
  /** Whether minutes are shown before they are published. */
  readsDrafts: boolean;
  isSystem: boolean;
  /** Settings are the administrators'. */
  isAdmin: boolean;
}

const everything = Prisma.sql`true`;

export function sightOf(actor: Actor): Sight {
  const proposal = visibleSql(actor);
  const ticket = ticketVisibleSql(actor);
  const isSystem = actor.kind === "system";
  const item = Prisma.sql`EXISTS (SELECT 1 FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
    WHERE i."id" = x."id" AND ${itemVisibleSql(actor)})`;
  const ofProposal = Prisma.sql`EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = x."proposalId" AND ${proposal})`;
  const ofTicket = Prisma.sql`EXISTS (SELECT 1 FROM "Ticket" t WHERE t."id" = x."ticketId" AND ${ticket})`;
  const ofItem = Prisma.sql`(x."itemId" IS NULL
    OR EXISTS (SELECT 1 FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
      WHERE i."id" = x."itemId" AND ${itemVisibleSql(actor)}))`;
  const line = Prisma.sql`EXISTS (SELECT 1 FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
    WHERE i."id" = l."itemId" AND ${linesVisibleSql(actor)})`;
  const event = isSystem ? everything : eventSql(actor, ofProposal, ofTicket);
  const comment = Prisma.sql`((${ofProposal} OR ${ofTicket}) AND ${commentVisibleSql(actor, Prisma.sql`x`)})`;
  const person = isSystem ? everything : personSql(comment, event, ofProposal);
  return {
    ...{ proposal, ofProposal, ticket, ofTicket, comment, item, ofItem, line, event, person },
    ballot: ballotVisibleSql(actor),
    ...{ isSystem, isAdmin: isSystem || holds(actor, "admin"), readsDrafts: readsExecutive(actor) },
  };
}

function eventSql(actor: Actor, ofProposal: Prisma.Sql, ofTicket: Prisma.Sql): Prisma.Sql {
  const own = personIdOf(actor) ?? 0;
  const open = readsExecutive(actor)
    ? everything
    : Prisma.sql`(x."visibility" = 'public'
        OR EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = x."proposalId" AND ${writtenBySql(own)}) AND x."subject" <> ${boardComment})`;
  // Who makes tokens is nobody else's business, whatever else they may read.
  const notOfTokens = Prisma.sql`(x."subject" <> 'api_token' OR x."actorId" = ${own})`;
  // Nor what somebody wrote to say who they are, but for those who weigh it.
  const notOfClaims = mayConfirmClaims(actor).ok
    ? everything
    : Prisma.sql`(x."type" NOT IN ('claim.asked', 'claim.declined', 'claim.withdrawn', 'person.groups_untold')
        OR x."data"->>'personId' = ${String(own)})`;
  return Prisma.sql`(${open} AND ${notOfTokens} AND ${notOfClaims} AND (x."proposalId" IS NULL OR ${ofProposal}) AND (x."ticketId" IS NULL OR ${ofTicket}))`;
}

/** A placeholder is known only by what it did: whoever sees none of that has never heard of it. */
function personSql(comment: Prisma.Sql, event: Prisma.Sql, ofProposal: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(NOT w."isPlaceholder"
    OR EXISTS (SELECT 1 FROM "ProposalRevision" x WHERE x."authorId" = w."id" AND ${ofProposal})
    OR EXISTS (SELECT 1 FROM "Comment" x WHERE w."id" IN (x."authorId", x."editorId") AND ${comment})
    OR EXISTS (SELECT 1 FROM "Event" x WHERE x."actorId" = w."id" AND ${event}))`;
}
