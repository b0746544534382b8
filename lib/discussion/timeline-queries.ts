import { Prisma } from "../db/client";
import { visibleSql } from "../proposals/visibility";
import { type Actor, readsExecutive } from "../workflow/actor";

/**
 * What readers of a discussion want to know besides what was said: the milestones. The rest is on the history page;
 * fifty lines of "placed ask 3" would bury the talk.
 */
const milestones = [
  "proposal.imported",
  "proposal.published",
  "proposal.revised",
  "proposal.unscheduled",
  "proposal.split_confirmed",
  "proposal.completed",
  "proposal.withdrawn",
  "proposal.closed_without_follow_up",
  "proposal.taken_up",
  "proposal.closed_in_tracker",
  "proposal.reopened_in_tracker",
  "slot.requested",
  "slot.offered",
  "slot.countered",
  "slot.accepted",
  "slot.declined",
  "slot.withdrawn",
  "agenda_item.carried",
  "decision.recorded",
  "question.asked",
  "question.answered",
  "question.withdrawn",
  "question.reopened",
  "question.left_unanswered",
];

export interface TimelineCut {
  /** Only what was said before this comment. */
  before?: number;
  /** The part that this comment stands in. */
  anchor?: number;
}

/**
 * One part of a discussion in one question to the database: its comments by time, and the events between them.
 * A part begins below the comment `before`; for an anchor, a few comments above it.
 */
export function timelineSql(actor: Actor, proposalId: number, cut: TimelineCut, size: number): Prisma.Sql {
  return Prisma.sql`
    WITH seen AS MATERIALIZED (
      SELECT p."id", p."visibility" FROM "Proposal" p WHERE p."id" = ${proposalId} AND ${visibleSql(actor)}
    ), edge AS MATERIALIZED (${edgeSql(cut)}
    ), part AS MATERIALIZED (
      SELECT c."id", c."createdAt" FROM "Comment" c JOIN seen ON c."proposalId" = seen."id"
      WHERE NOT EXISTS (SELECT 1 FROM edge) OR (c."createdAt", c."id") < (SELECT e."createdAt", e."id" FROM edge e)
      ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${size + 1}
    ), shown AS MATERIALIZED (
      SELECT * FROM part ORDER BY "createdAt" DESC, "id" DESC LIMIT ${size}
    ), bounds AS MATERIALIZED (
      SELECT CASE WHEN (SELECT count(*) FROM part) > ${size} THEN (SELECT min("createdAt") FROM shown) END AS "from",
        (SELECT "createdAt" FROM edge) AS "to"
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object(
          'id', c."id", 'at', c."createdAt", 'html', c."html", 'editedAt', c."editedAt", 'authorId', c."authorId",
          'author', json_build_object('handle', a."handle", 'name', a."name"),
          'asked', (SELECT coalesce(json_agg(${questionJson} ORDER BY q."number"), '[]') FROM "Question" q ${partiesSql}
            WHERE q."proposalId" = c."proposalId" AND q."commentId" = c."id"),
          'answered', (SELECT coalesce(json_agg(q."number" ORDER BY q."number"), '[]') FROM "Question" q
            WHERE q."proposalId" = c."proposalId" AND q."answerCommentId" = c."id")
        ) ORDER BY c."createdAt", c."id"), '[]')
        FROM shown JOIN "Comment" c ON c."id" = shown."id" JOIN "Person" a ON a."id" = c."authorId") AS "comments",
      (SELECT coalesce(json_agg(json_build_object('id', e."id"::text, 'at', e."at", 'type', e."type", 'data', e."data",
          'actorName', e."actorName", 'onBehalfOf', e."onBehalfOf", 'ticketNumber', e."ticketNumber",
          'meetingDate', e."meetingDate") ORDER BY e."at", e."id"), '[]') FROM (${eventsSql(actor)}) e) AS "events",
      (SELECT count(*) FROM part) > ${size} AS "hasOlder",
      ${newerSql(size)} AS "newer"`;
}

/** Parties of a question, under the aliases that `questionJson` reads. */
export const partiesSql = Prisma.sql`
  JOIN "Person" qa ON qa."id" = q."askedById"
  LEFT JOIN "Person" qp ON qp."id" = q."askedOfPersonId" LEFT JOIN "Body" qb ON qb."id" = q."askedOfBodyId"
  LEFT JOIN "Comment" qc ON qc."id" = q."answerCommentId" LEFT JOIN "Person" qw ON qw."id" = qc."authorId"`;

export const questionJson = Prisma.sql`json_build_object(
  'number', q."number", 'text', q."text", 'status', q."status",
  'askedBy', json_build_object('handle', qa."handle", 'name', qa."name"),
  'of', json_build_object('kind', CASE WHEN qp."id" IS NULL THEN 'body' ELSE 'person' END,
    'handle', coalesce(qp."handle", qb."handle"), 'name', coalesce(qp."name", qb."name")),
  'settled', (SELECT json_build_object('disposition', z."disposition", 'text', z."text", 'ticket', zt."number")
    FROM "SplitEntry" z LEFT JOIN "Ticket" zt ON zt."id" = z."ticketId" WHERE z."questionId" = q."id" ORDER BY z."id" LIMIT 1),
  'answeredBy', CASE WHEN qw."id" IS NULL THEN NULL ELSE json_build_object('handle', qw."handle", 'name', qw."name") END)`;

/** The comment below which the part begins; no row where it begins with the newest. */
function edgeSql({ before, anchor }: TimelineCut): Prisma.Sql {
  const ofProposal = Prisma.sql`JOIN seen ON c."proposalId" = seen."id"`;
  if (anchor) {
    return Prisma.sql`SELECT c."id", c."createdAt" FROM "Comment" c ${ofProposal}
      WHERE (c."createdAt", c."id") > (SELECT k."createdAt", k."id" FROM "Comment" k WHERE k."id" = ${anchor} AND k."proposalId" = seen."id")
      ORDER BY c."createdAt", c."id" OFFSET 5 LIMIT 1`;
  }
  return Prisma.sql`SELECT c."id", c."createdAt" FROM "Comment" c ${ofProposal} WHERE c."id" = ${before ?? 0}`;
}

/** At most 100 events of a part, the newest: a tracker's bookkeeping is not to bury the talk. */
function eventsSql(actor: Actor): Prisma.Sql {
  const executive = readsExecutive(actor) ? Prisma.sql`true` : Prisma.sql`seen."visibility" = 'executive'`;
  return Prisma.sql`
    SELECT e."id", e."at", e."type", e."data", e."onBehalfOf", w."name" AS "actorName", t."number" AS "ticketNumber", m."date" AS "meetingDate"
    FROM "Event" e JOIN seen ON e."proposalId" = seen."id" CROSS JOIN bounds b
    LEFT JOIN "Person" w ON w."id" = e."actorId" LEFT JOIN "Ticket" t ON t."id" = e."ticketId" LEFT JOIN "Meeting" m ON m."id" = e."meetingId"
    WHERE (b."from" IS NULL OR e."at" >= b."from") AND (b."to" IS NULL OR e."at" < b."to")
      AND (e."type" = ANY(${milestones}) OR e."type" LIKE 'tracker.%') AND NOT (e."type" IN ('question.asked', 'question.answered') AND e."data" ? 'commentId')
      AND (e."visibility" = 'public' OR ${executive})
    ORDER BY e."id" DESC LIMIT 100`;
}

/** The comment that bounds the newer part: null where this is the newest, 0 where the newest follows. */
function newerSql(size: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN NOT EXISTS (SELECT 1 FROM edge) THEN NULL ELSE coalesce((
    SELECT c."id" FROM "Comment" c JOIN seen ON c."proposalId" = seen."id"
    WHERE (c."createdAt", c."id") >= (SELECT e."createdAt", e."id" FROM edge e)
    ORDER BY c."createdAt", c."id" OFFSET ${size} LIMIT 1), 0) END`;
}
