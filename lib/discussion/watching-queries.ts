import { db, Prisma } from "../db/client";
import { rolesHeldSql } from "../people/person-facts";
import { visibleSql } from "../proposals/visibility";
import { type Actor, personIdOf, type RoleHeld } from "../workflow/actor";
import type { TalkOf } from "./timeline-queries";
import type { Stance, WatchLevel } from "./watching";

/**
 * Who takes part in the discussion of a proposal, as rows of "personId": those who stand there by name. Who carries a
 * body's duties is told of what the body owes, and does not follow every word of it.
 */
function takingPart(proposalId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT tp."authorId" AS "personId" FROM "Proposal" tp WHERE tp."id" = ${proposalId}
    UNION ALL SELECT tk."personId" FROM "CoAuthor" tk WHERE tk."proposalId" = ${proposalId}
    UNION ALL SELECT tc."authorId" FROM "Comment" tc WHERE tc."proposalId" = ${proposalId}
    UNION ALL SELECT tq."askedById" FROM "Question" tq WHERE tq."proposalId" = ${proposalId}
    UNION ALL SELECT td."askedOfPersonId" FROM "Question" td WHERE td."proposalId" = ${proposalId}
    UNION ALL SELECT tg."personId" FROM "QuestionAnswer" tg JOIN "Question" th ON th."id" = tg."questionId"
      WHERE th."proposalId" = ${proposalId}
    UNION ALL SELECT ta."ownerPersonId" FROM "Ask" ta WHERE ta."proposalId" = ${proposalId}
    UNION ALL SELECT te."personId" FROM "Endorsement" te
      WHERE te."proposalId" = ${proposalId} AND te."status" IN ('asked', 'confirmed')
    UNION ALL SELECT tn."openerId" FROM "Concern" tn WHERE tn."proposalId" = ${proposalId}
    UNION ALL SELECT tr."resolverPersonId" FROM "Concern" tr WHERE tr."proposalId" = ${proposalId}
    UNION ALL SELECT tm."called"::int FROM "Event" tv
      CROSS JOIN LATERAL jsonb_array_elements_text(tv."data"->'mentioned'->'people') tm("called")
      WHERE tv."proposalId" = ${proposalId} AND tv."type" IN ('comment.posted', 'comment.edited') AND tv."data" ? 'mentioned'`;
}

/** The same of a ticket: who asked for it, who owns or asked it something, and who said or answered something there. */
function takingPartInTicket(ticketId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT tt."requesterId" AS "personId" FROM "Ticket" tt WHERE tt."id" = ${ticketId}
    UNION ALL SELECT to_."ownerPersonId" FROM "Ticket" to_ WHERE to_."id" = ${ticketId}
    UNION ALL SELECT tc."authorId" FROM "Comment" tc WHERE tc."ticketId" = ${ticketId}
    UNION ALL SELECT tq."askedById" FROM "Question" tq WHERE tq."ticketId" = ${ticketId}
    UNION ALL SELECT td."askedOfPersonId" FROM "Question" td WHERE td."ticketId" = ${ticketId}
    UNION ALL SELECT tg."personId" FROM "QuestionAnswer" tg JOIN "Question" th ON th."id" = tg."questionId"
      WHERE th."ticketId" = ${ticketId}
    UNION ALL SELECT tm."called"::int FROM "Event" tv
      CROSS JOIN LATERAL jsonb_array_elements_text(tv."data"->'mentioned'->'people') tm("called")
      WHERE tv."ticketId" = ${ticketId} AND tv."type" IN ('comment.posted', 'comment.edited') AND tv."data" ? 'mentioned'`;
}

/** How the reader stands to the discussion of the ticket in the row `t`; null for who has not signed in. */
export function ticketWatchJson(actor: Actor): Prisma.Sql {
  const own = personIdOf(actor);
  if (own === null) return Prisma.sql`NULL::json`;
  return Prisma.sql`json_build_object(
    'level', (SELECT ow."level" FROM "TicketWatch" ow WHERE ow."ticketId" = t."id" AND ow."personId" = ${own}),
    'takesPart', EXISTS (SELECT 1 FROM (${takingPartInTicket(Prisma.sql`t."id"`)}) o WHERE o."personId" = ${own}))`;
}

/** How the reader stands to the discussion of the proposal in the row `p`; null for who has not signed in. */
export function watchJson(actor: Actor): Prisma.Sql {
  const own = personIdOf(actor);
  if (own === null) return Prisma.sql`NULL::json`;
  return Prisma.sql`json_build_object(
    'level', (SELECT ow."level" FROM "Watch" ow WHERE ow."proposalId" = p."id" AND ow."personId" = ${own}),
    'takesPart', EXISTS (SELECT 1 FROM (${takingPart(Prisma.sql`p."id"`)}) o WHERE o."personId" = ${own}))`;
}

/** Somebody who may be told of what happens in a discussion. */
export interface Follower extends Stance {
  id: number;
  handle: string;
  name: string;
  timeZone: string;
  grants: RoleHeld[];
}

/** Everybody who takes part or has said how much they want to hear, by id, a batch at a time. */
export async function listFollowers(
  of: TalkOf,
  part: { after: number; atMost: number },
): Promise<Follower[]> {
  const { partners, watches } = "proposalId" in of ? ofProposal(of.proposalId) : ofTicket(of.ticketId);
  return db.$queryRaw<Follower[]>(Prisma.sql`
    WITH f AS (
      SELECT t."personId", bool_or(t."takesPart") AS "takesPart" FROM (
        SELECT k."personId", true AS "takesPart" FROM (${partners}) k
        UNION ALL SELECT s."personId", false FROM (${watches}) s) t
      JOIN "Person" l ON l."id" = t."personId" AND l."disabledAt" IS NULL AND NOT l."isPlaceholder"
      WHERE t."personId" > ${part.after} GROUP BY t."personId" ORDER BY t."personId" LIMIT ${part.atMost})
    SELECT w."id", w."handle", w."name", w."timeZone", f."takesPart", x."level",
      ${rolesHeldSql(Prisma.sql`w`)} AS "grants"
    FROM f JOIN "Person" w ON w."id" = f."personId"
      LEFT JOIN (${watches}) x ON x."personId" = w."id"
    ORDER BY w."id"`);
}

function ofProposal(id: number) {
  return {
    partners: takingPart(Prisma.sql`${id}::int`),
    watches: Prisma.sql`SELECT ws."personId", ws."level" FROM "Watch" ws WHERE ws."proposalId" = ${id}`,
  };
}

function ofTicket(id: number) {
  return {
    partners: takingPartInTicket(Prisma.sql`${id}::int`),
    watches: Prisma.sql`SELECT ws."personId", ws."level" FROM "TicketWatch" ws WHERE ws."ticketId" = ${id}`,
  };
}

export interface WatchedLine {
  number: number;
  title: string;
  status: string;
  level: WatchLevel;
  takesPart: boolean;
}

/** How many proposals this person watches, and how many they have muted. */
export async function countWatched(actor: Actor): Promise<Record<WatchLevel, number>> {
  const [counts] = await db.$queryRaw<Record<WatchLevel, number>[]>(Prisma.sql`
    SELECT count(*) FILTER (WHERE x."level" = 'watching')::int AS "watching",
      count(*) FILTER (WHERE x."level" = 'muted')::int AS "muted"
    FROM "Watch" x JOIN "Proposal" p ON p."id" = x."proposalId"
    WHERE x."personId" = ${personIdOf(actor) ?? 0} AND ${visibleSql(actor)}`);
  return counts ?? { watching: 0, muted: 0 };
}

/** What this person watches or has muted, what moved last first; the first 200. */
export async function listWatched(actor: Actor): Promise<WatchedLine[]> {
  const own = personIdOf(actor);
  if (own === null) return [];
  return db.$queryRaw<WatchedLine[]>(Prisma.sql`
    SELECT p."number", p."title", p."status", x."level",
      EXISTS (SELECT 1 FROM (${takingPart(Prisma.sql`p."id"`)}) o WHERE o."personId" = ${own}) AS "takesPart"
    FROM "Watch" x JOIN "Proposal" p ON p."id" = x."proposalId"
    WHERE x."personId" = ${own} AND ${visibleSql(actor)}
    ORDER BY p."updatedAt" DESC, p."id" DESC LIMIT 200`);
}
