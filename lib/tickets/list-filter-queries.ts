import { isoDate } from "../calendar-date";
import { now } from "../clock";
import { Prisma } from "../db/client";
import { wordsQuery } from "../search/word-queries";
import { type Actor, personIdOf } from "../workflow/actor";
import { agingDays } from "./aging-days";
import { agedSql, waitsForReporterSql, withoutNewsSql } from "./aging-queries";
import type { TicketFilter, TicketNeed } from "./list-filter";
import { readTicketRef } from "./ticket-ref";
import { ticketVisibleSql } from "./visibility";
import { ownedBySql, waitingSql } from "./waiting-id-queries";

const unfinished = Prisma.sql`t."status" NOT IN ('done', 'declined', 'duplicate')`;

/** What has to hold of the row `t` for it to stand in this actor's list: the gate first. */
export function conditionsOf(actor: Actor, filter: TicketFilter): Prisma.Sql[] {
  return [ticketVisibleSql(actor), ...statusSql(filter), ...withoutStatus(actor, filter)];
}

/** The same but for the status: a column of the board is one status. */
export function conditionsOfAnyStatus(actor: Actor, filter: TicketFilter): Prisma.Sql[] {
  return [ticketVisibleSql(actor), ...withoutStatus(actor, filter)];
}

/** Whether the list is one of the few whose plan is good whatever the values are. */
export function isPlain({ status = [], sort, ...rest }: TicketFilter): boolean {
  return status.length <= 1 && Object.values(rest).every((value) => value === undefined);
}

function statusSql({ status = [] }: TicketFilter): Prisma.Sql[] {
  const [only, ...more] = status;
  if (!only) return [];
  return more.length === 0
    ? [Prisma.sql`t."status" = ${only}::"TicketStatus"`]
    : [Prisma.sql`t."status" = ANY(${[...status]}::"TicketStatus"[])`];
}

function withoutStatus(actor: Actor, filter: TicketFilter): Prisma.Sql[] {
  const { q, destination, type, owner, requester, waiting, priority, label, bundle, initiative, proposal } =
    filter;
  return [
    ...(q ? [matchesSql(q)] : []),
    ...(destination ? [Prisma.sql`t."destination" = ${destination}::"Destination"`] : []),
    ...(type ? [Prisma.sql`t."requestType" = ${type}`] : []),
    ...(owner ? [owner === "me" ? ownedBySql(actor) : ownerSql(owner)] : []),
    ...(requester ? [Prisma.sql`t."requesterId" = ${personIdOf(actor) ?? 0}`] : []),
    ...(waiting ? [waitingSql(actor)] : []),
    ...blockSql(filter),
    ...(filter.needs ? [needsSql(filter.needs)] : []),
    ...(priority ? [Prisma.sql`t."priority" = ${priority}::"TicketPriority"`] : []),
    ...(label ? [Prisma.sql`t."labels" @> ARRAY[${label}]::text[]`] : []),
    ...(bundle ? [Prisma.sql`t."bundleId" = ${bundle}`] : []),
    ...(initiative
      ? [Prisma.sql`t."parentId" = (SELECT fi."id" FROM "Ticket" fi WHERE fi."number" = ${initiative})`]
      : []),
    ...(proposal
      ? [Prisma.sql`t."proposalId" = (SELECT fq."id" FROM "Proposal" fq WHERE fq."number" = ${proposal})`]
      : []),
    ...(filter.sort === "due" ? [Prisma.sql`t."dueOn" IS NOT NULL AND ${unfinished}`] : []),
  ];
}

/** Blocked: an open ticket that waits for an open one. Unblocked now: one that waited, and for which all are finished. */
function blockSql({ block }: TicketFilter): Prisma.Sql[] {
  if (!block) return [];
  const open = Prisma.sql`SELECT xd."blockedId" FROM "TicketDependency" xd JOIN "Ticket" xt ON xt."id" = xd."blockerId"
    WHERE xt."status" NOT IN ('done', 'declined', 'duplicate')`;
  return block === "blocked"
    ? [unfinished, Prisma.sql`t."id" IN (${open})`]
    : [unfinished, Prisma.sql`t."id" IN (SELECT ad."blockedId" FROM "TicketDependency" ad EXCEPT (${open}))`];
}

function needsSql(needs: TicketNeed): Prisma.Sql {
  const [at, days] = [now(), agingDays()];
  if (needs === "news") return withoutNewsSql(at, days);
  if (needs === "reporter") return waitsForReporterSql(at, days);
  if (needs === "any") return agedSql(at, days);
  return Prisma.sql`(t."dueOn" < ${isoDate(at)} AND ${unfinished})`;
}

function ownerSql(handle: string): Prisma.Sql {
  return Prisma.sql`(t."ownerPersonId" = ANY(ARRAY(SELECT fw."id" FROM "Person" fw WHERE lower(fw."handle") = lower(${handle})))
    OR t."ownerBodyId" = ANY(ARRAY(SELECT fb."id" FROM "Body" fb WHERE lower(fb."handle") = lower(${handle}))))`;
}

/** A number finds its ticket, "ticket#12" too; anything else is looked for in titles and texts. */
function matchesSql(q: string): Prisma.Sql {
  const number = readTicketRef(q);
  if (number) return Prisma.sql`t."number" = ${number}`;
  return Prisma.sql`t."search" @@ ${wordsQuery(q)}`;
}
