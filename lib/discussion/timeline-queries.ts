import { now } from "../clock";
import { Prisma } from "../db/client";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";
import { portalKey } from "./comment-policy";
import { askedRoleName, progressJson } from "./debt-queries";
import { commentVisibleSql } from "./visibility";
import { visitMinutes } from "./visits";

/**
 * What readers of a discussion want to know besides what was said: the milestones. The rest is on the history page;
 * fifty lines of "placed ask 3" would bury the talk.
 */
const milestones = [
  "proposal.imported",
  "proposal.published",
  "proposal.revised",
  "ask.confirmed",
  "ask.declined",
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
  "slot.expired",
  "agenda_item.carried",
  "decision.recorded",
  "question.asked",
  "question.answer_given",
  "question.answered",
  "question.concluded",
  "question.accepted",
  "question.withdrawn",
  "question.reopened",
  "question.left_unanswered",
  "material.added",
  "material.changed",
  "material.removed",
  "concern.opened",
  "concern.addressed",
  "concern.resolved",
  "concern.settled",
  "concern.reopened",
  "concern.withdrawn",
  "endorsement.asked",
  "endorsement.confirmed",
  "endorsement.declined",
  "endorsement.stepped_back",
  "relation.added",
  "relation.removed",
];

/** Of a ticket: what moves it, what it waits for, and its questions. */
const ticketMilestones = [
  "filed",
  "taken_up",
  "accepted",
  "reporter_asked",
  "reporter_answered",
  "fulfilled",
  "declined",
  "marked_duplicate",
  "repeated",
  "reopened",
  "withdrawn",
  "bounced",
  "taken_back",
  "returned_from_board",
  "rerouted",
  "planned",
  "blocked",
  "unblocked",
  "dependency_removed",
  "reassigned",
  "bundled",
  "unbundled",
  "part_added",
  "reminded",
].map((deed) => `ticket.${deed}`);

/** What is talked about, by its id. */
export type TalkOf = { proposalId: number } | { ticketId: number };

export interface TimelineCut {
  /** Only what was said before this comment. */
  before?: number;
  /** The part that this comment stands in. */
  anchor?: number;
  /** The part with which it began. */
  first?: boolean;
  /** A comment that the reader wants to quote. */
  quote?: number;
}

/**
 * One part of a discussion in one question to the database: its comments by time, and the events between them.
 * A part begins below the comment `before`; for an anchor, a few comments above it.
 */
export function timelineSql(actor: Actor, of: TalkOf, cut: TimelineCut, size: number): Prisma.Sql {
  const column = "proposalId" in of ? Prisma.sql`"proposalId"` : Prisma.sql`"ticketId"`;
  return Prisma.sql`
    WITH seen AS MATERIALIZED (${seenSql(actor, of)}
    ), said AS MATERIALIZED (
      SELECT c."id", c."createdAt", c."authorId" FROM "Comment" c JOIN seen ON c.${column} = seen."id" WHERE ${commentVisibleSql(actor)}
    ), edge AS MATERIALIZED (${edgeSql(cut, size)}
    ), part AS MATERIALIZED (
      SELECT c."id", c."createdAt" FROM said c
      WHERE NOT EXISTS (SELECT 1 FROM edge) OR (c."createdAt", c."id") < (SELECT e."createdAt", e."id" FROM edge e)
      ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${size + 1}
    ), shown AS MATERIALIZED (
      SELECT * FROM part ORDER BY "createdAt" DESC, "id" DESC LIMIT ${size}
    ), bounds AS MATERIALIZED (
      SELECT CASE WHEN (SELECT count(*) FROM part) > ${size} THEN (SELECT min("createdAt") FROM shown) END AS "from",
        (SELECT "createdAt" FROM edge) AS "to"
    ), ${sinceSql(actor, of)}
    SELECT
      (SELECT coalesce(json_agg(json_build_object(
          'id', c."id", 'at', c."createdAt", 'html', c."html", 'editedAt', c."editedAt", 'authorId', c."authorId",
          'revision', c."revision", 'boardOnly', c."visibility" = 'executive', 'byPortal', coalesce(c."sourceKey" LIKE ${`${portalKey}%`}, false), 'imported', c."reactions",
          'given', (SELECT coalesce(json_agg(json_build_object('kind', r."kind", 'handle', rw."handle") ORDER BY r."createdAt"), '[]')
            FROM "Reaction" r JOIN "Person" rw ON rw."id" = r."personId" WHERE r."commentId" = c."id"),
          'replyTo', (SELECT json_build_object('id', o."id", 'name', ow."name") FROM "Comment" o JOIN "Person" ow ON ow."id" = o."authorId"
            WHERE o."id" = c."parentId" AND ${commentVisibleSql(actor, Prisma.sql`o`)}),
          'author', json_build_object('handle', a."handle", 'name', a."name"),
          'promise', (SELECT u."number" FROM "FollowUp" u WHERE u."commentId" = c."id" AND u."unmarkedAt" IS NULL),
          'asked', (SELECT coalesce(json_agg(${questionJson} ORDER BY q."number"), '[]') FROM "Question" q ${partiesSql}
            WHERE q.${column} = c.${column} AND q."commentId" = c."id"),
          'answered', (SELECT coalesce(json_agg(q."number" ORDER BY q."number"), '[]') FROM "Question" q
            JOIN "QuestionAnswer" qg ON qg."questionId" = q."id" AND qg."setAsideAt" IS NULL WHERE qg."commentId" = c."id")
        ) ORDER BY c."createdAt", c."id"), '[]')
        FROM shown JOIN "Comment" c ON c."id" = shown."id" JOIN "Person" a ON a."id" = c."authorId") AS "comments",
      (SELECT coalesce(json_agg(json_build_object('id', e."id"::text, 'at', e."at", 'type', e."type", 'data', e."data",
          'actorName', e."actorName", 'onBehalfOf', e."onBehalfOf", 'ticketNumber', e."ticketNumber",
          'meetingDate', e."meetingDate") ORDER BY e."at", e."id"), '[]') FROM (${eventsSql(actor, of)}) e) AS "events",
      (SELECT count(*) FROM part) > ${size} AS "hasOlder",
      ${newerSql(size)} AS "newer", (SELECT count(*)::int FROM said) AS "total",
      (SELECT count(*)::int FROM said s WHERE (s."createdAt", s."id") < (SELECT f."createdAt", f."id" FROM shown f ORDER BY f."createdAt", f."id" LIMIT 1)) AS "above",
      (SELECT json_build_object('since', since.at, 'count', count(n."id"), 'first', (array_agg(n."id" ORDER BY n."createdAt", n."id"))[1])
        FROM since JOIN said n ON n."createdAt" > since.at AND n."authorId" <> ${personIdOf(actor) ?? 0} GROUP BY since.at) AS "news",
      ${quoteSql(cut)} AS "quote"`;
}

function seenSql(actor: Actor, of: TalkOf): Prisma.Sql {
  return "proposalId" in of
    ? Prisma.sql`SELECT p."id", p."visibility" FROM "Proposal" p WHERE p."id" = ${of.proposalId} AND ${visibleSql(actor)}`
    : Prisma.sql`SELECT t."id", coalesce((SELECT sf."visibility" FROM "Proposal" sf WHERE sf."id" = t."proposalId"), 'public') AS "visibility"
        FROM "Ticket" t WHERE t."id" = ${of.ticketId} AND ${ticketVisibleSql(actor)}`;
}

/** Parties of a question, under the aliases that `questionJson` reads. */
export const partiesSql = Prisma.sql`
  JOIN "Person" qa ON qa."id" = q."askedById"
  LEFT JOIN "Person" qp ON qp."id" = q."askedOfPersonId" LEFT JOIN "Body" qb ON qb."id" = q."askedOfBodyId"`;

export const questionJson = Prisma.sql`json_build_object(
  'number', q."number", 'text', q."text", 'status', q."status",
  'askedBy', json_build_object('handle', qa."handle", 'name', qa."name"),
  'of', json_build_object('kind', CASE WHEN qp."id" IS NOT NULL THEN 'person' WHEN qb."id" IS NOT NULL THEN 'body' ELSE 'role' END,
    'handle', coalesce(qp."handle", qb."handle", q."askedOfRole"), 'name', coalesce(qp."name", qb."name", ${askedRoleName})),
  'progress', ${progressJson}, 'acceptedAt', q."acceptedAt",
  'answers', (SELECT count(*) FROM "QuestionAnswer" qg WHERE qg."questionId" = q."id" AND qg."setAsideAt" IS NULL),
  'settled', (SELECT json_build_object('disposition', z."disposition", 'text', z."text", 'ticket', zt."number")
    FROM "SplitEntry" z LEFT JOIN "Ticket" zt ON zt."id" = z."ticketId" WHERE z."questionId" = q."id" AND z."disposition" <> 'answered' ORDER BY z."id" LIMIT 1),
  'answeredBy', (SELECT json_build_object('handle', qw."handle", 'name', qw."name") FROM "QuestionAnswer" qg
    JOIN "Person" qw ON qw."id" = qg."personId" WHERE qg."questionId" = q."id" AND qg."setAsideAt" IS NULL ORDER BY qg."id" LIMIT 1))`;

/** Since when things are new to this reader (visits.ts): one row, or none. Visits of tickets are not remembered. */
function sinceSql(actor: Actor, of: TalkOf): Prisma.Sql {
  if ("ticketId" in of) return Prisma.sql`since AS MATERIALIZED (SELECT NULL::timestamptz AS at WHERE false)`;
  const at = now();
  const newVisit = new Date(at.getTime() - visitMinutes * 60_000);
  return Prisma.sql`visit AS MATERIALIZED (
      SELECT v."lastAt", v."sinceAt" FROM "ProposalVisit" v JOIN seen ON v."proposalId" = seen."id" WHERE v."personId" = ${personIdOf(actor) ?? 0}
    ), since AS MATERIALIZED (
      SELECT CASE WHEN v."lastAt" < ${newVisit} THEN v."lastAt" ELSE v."sinceAt" END AS at FROM visit v
    )`;
}

function quoteSql({ quote }: TimelineCut): Prisma.Sql {
  if (!quote) return Prisma.sql`NULL::json`;
  return Prisma.sql`(SELECT json_build_object('id', k."id", 'markdown', k."markdown", 'author', kw."name", 'boardOnly', k."visibility" = 'executive')
    FROM said JOIN "Comment" k ON k."id" = said."id" JOIN "Person" kw ON kw."id" = k."authorId" WHERE said."id" = ${quote})`;
}

/** The comment below which the part begins; no row where it begins with the newest. */
function edgeSql({ before, anchor, first }: TimelineCut, size: number): Prisma.Sql {
  if (first)
    return Prisma.sql`SELECT c."id", c."createdAt" FROM said c ORDER BY c."createdAt", c."id" OFFSET ${size} LIMIT 1`;
  if (anchor) {
    // A few comments after it; near the beginning, as many as a part holds.
    return Prisma.sql`SELECT c."id", c."createdAt" FROM said c JOIN (SELECT 1 FROM said x WHERE x."id" = ${anchor}) there ON true
      ORDER BY c."createdAt", c."id" OFFSET greatest(${size}, 6 + (SELECT count(*) FROM said x
        WHERE (x."createdAt", x."id") < (SELECT k."createdAt", k."id" FROM said k WHERE k."id" = ${anchor}))) LIMIT 1`;
  }
  return Prisma.sql`SELECT c."id", c."createdAt" FROM said c WHERE c."id" = ${before ?? 0}`;
}

/** At most 100 events of a part, the newest: a tracker's bookkeeping is not to bury the talk. */
function eventsSql(actor: Actor, of: TalkOf): Prisma.Sql {
  const [column, types] =
    "proposalId" in of
      ? [Prisma.sql`"proposalId"`, milestones]
      : [Prisma.sql`"ticketId"`, [...milestones, ...ticketMilestones]];
  const executive = readsExecutive(actor) ? Prisma.sql`true` : Prisma.sql`seen."visibility" = 'executive'`;
  return Prisma.sql`
    SELECT e."id", e."at", e."type", e."data", e."onBehalfOf", w."name" AS "actorName", t."number" AS "ticketNumber", m."date" AS "meetingDate"
    FROM "Event" e JOIN seen ON e.${column} = seen."id" CROSS JOIN bounds b
    LEFT JOIN "Person" w ON w."id" = e."actorId" LEFT JOIN "Ticket" t ON t."id" = e."ticketId" LEFT JOIN "Meeting" m ON m."id" = e."meetingId"
    WHERE (b."from" IS NULL OR e."at" >= b."from") AND (b."to" IS NULL OR e."at" < b."to")
      AND (e."type" = ANY(${types}) OR e."type" LIKE 'tracker.%') AND NOT (e."type" IN ('question.asked', 'question.answer_given', 'question.answered') AND e."data" ? 'commentId')
      AND NOT (e."type" = 'ask.confirmed' AND e."data" ? 'byWriting')
      AND (e."visibility" = 'public' OR ${executive})
    ORDER BY e."id" DESC LIMIT 100`;
}

/** The comment that bounds the newer part: null where this is the newest, 0 where the newest follows. */
function newerSql(size: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN NOT EXISTS (SELECT 1 FROM edge) THEN NULL ELSE coalesce((
    SELECT c."id" FROM said c
    WHERE (c."createdAt", c."id") >= (SELECT e."createdAt", e."id" FROM edge e)
    ORDER BY c."createdAt", c."id" OFFSET ${size} LIMIT 1), 0) END`;
}
