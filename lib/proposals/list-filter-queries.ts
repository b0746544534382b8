import { Prisma } from "../db/client";
import { owedBySql } from "../discussion/debt-queries";
import { wordsQuery } from "../search/word-queries";
import { type Actor, personIdOf } from "../workflow/actor";
import type { ProposalFilter } from "./list-filter";
import { visibleSql } from "./visibility";

/** What has to hold of the row `p` for it to stand in this actor's list: the gate first. */
export function conditionsOf(actor: Actor, filter: ProposalFilter): Prisma.Sql[] {
  return [visibleSql(actor), ...statusSql(filter), ...withoutStatus(actor, filter)];
}

/** The same but for the status: what the tabs count. */
export function conditionsOfAnyStatus(actor: Actor, filter: ProposalFilter): Prisma.Sql[] {
  return [visibleSql(actor), ...withoutStatus(actor, filter)];
}

/** Whether an index holds all that the filter asks about, so that what fits is counted without reading the proposals. */
export function isCountedByIndex({ status, sort, sig, ...rest }: ProposalFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}

/** Whether the list is one of the few whose plan is good whatever the values are. */
export function isPlain({ status = [], sort, authorId, mine, ...rest }: ProposalFilter): boolean {
  return status.length <= 1 && Object.values(rest).every((value) => value === undefined);
}

function statusSql({ status = [] }: ProposalFilter): Prisma.Sql[] {
  const [only, ...more] = status;
  if (!only) return [];
  return more.length === 0
    ? [Prisma.sql`p."status" = ${only}::"ProposalStatus"`]
    : [Prisma.sql`p."status" = ANY(${[...status]}::"ProposalStatus"[])`];
}

function withoutStatus(actor: Actor, filter: ProposalFilter): Prisma.Sql[] {
  const { q, sig, person, askKind, owesMe, mine, authorId } = filter;
  const own = personIdOf(actor) ?? 0;
  return [
    ...(q ? [Prisma.sql`p."search" @@ ${wordsQuery(q)}`] : []),
    ...(sig ? [Prisma.sql`p."sigId" = (SELECT fb."id" FROM "Body" fb WHERE fb."handle" = ${sig})`] : []),
    ...(person
      ? [
          takenPartIn(Prisma.sql`SELECT fw."id" FROM "Person" fw
      WHERE lower(fw."handle") = lower(${person}) OR lower(fw."name") = lower(${person})`),
        ]
      : []),
    ...(askKind
      ? [Prisma.sql`p."id" IN (SELECT fa."proposalId" FROM "Ask" fa WHERE fa."kind" = ${askKind}::"AskKind")`]
      : []),
    ...(owesMe
      ? [
          Prisma.sql`p."status" <> 'closed' AND p."id" IN (SELECT q."proposalId" FROM "Question" q WHERE ${owedBySql(actor)})`,
        ]
      : []),
    ...(mine ? [writtenBy(Prisma.sql`SELECT ${own}::int`)] : []),
    ...(authorId ? [Prisma.sql`p."authorId" = ${authorId}`] : []),
  ];
}

/**
 * Written by one of these people, alone or with others. Whatever is theirs is gathered once, as an array, by the indexes:
 * as a subquery the database would rather read the whole list in its order and ask of each proposal whose it is.
 */
function writtenBy(people: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`p."id" = ANY(ARRAY(${writtenIds(people)}))`;
}

/** The same, or with an ask that one of them owns. */
function takenPartIn(people: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`p."id" = ANY(ARRAY(${writtenIds(people)}
    UNION ALL SELECT fa."proposalId" FROM "Ask" fa WHERE fa."ownerPersonId" = ANY(ARRAY(${people}))))`;
}

function writtenIds(people: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT fp."id" FROM "Proposal" fp WHERE fp."authorId" = ANY(ARRAY(${people}))
    UNION ALL SELECT fk."proposalId" FROM "CoAuthor" fk WHERE fk."personId" = ANY(ARRAY(${people}))`;
}
