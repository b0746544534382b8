import { now } from "../clock";
import { type db, Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { ballotsOfItemJson } from "../decisions/ballot-facts";
import { askedRoleName } from "../discussion/debt-queries";
import type { SessionRow } from "./session-row";

const named = (alias: Prisma.Sql) =>
  Prisma.sql`json_build_object('handle', ${alias}."handle", 'name', ${alias}."name")`;

/** The owner of a row under the alias x, joined as op and ob. */
const owner = Prisma.sql`CASE
  WHEN op."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', op."handle", 'name', op."name")
  WHEN ob."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', ob."handle", 'name', ob."name") END`;
const ownerJoins = Prisma.sql`
  LEFT JOIN "Person" op ON op."id" = x."ownerPersonId" LEFT JOIN "Body" ob ON ob."id" = x."ownerBodyId"`;

const lines = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'id', x."id", 'kind', x."kind", 'text', x."text", 'dueOn', x."dueOn", 'at', x."createdAt",
    'by', (SELECT w."name" FROM "Person" w WHERE w."id" = x."authorId"), 'owner', ${owner},
    'questionNumber', (SELECT q."number" FROM "Question" q WHERE q."id" = x."questionId")) ORDER BY x."id"), '[]')
  FROM "MinuteLine" x ${ownerJoins} WHERE x."itemId" = i."id")`;

const decision = Prisma.sql`(SELECT json_build_object(
    'id', d."id", 'outcome', d."outcome", 'method', d."method", 'text', d."text", 'reviewOn', d."reviewOn",
    'nextMeeting', (SELECT n."date" FROM "Meeting" n WHERE n."id" = d."nextMeetingId"),
    'followUp', (SELECT ${named(Prisma.sql`f`)} FROM "Person" f WHERE f."id" = d."followUpId"),
    'conditions', (SELECT coalesce(json_agg(json_build_object('text', x."text", 'dueOn', x."dueOn", 'owner', ${owner})
      ORDER BY x."number"), '[]') FROM "Condition" x ${ownerJoins} WHERE x."decisionId" = d."id"))
  FROM "Decision" d WHERE d."itemId" = i."id" AND d."correctsId" IS NULL)`;

const proposal = Prisma.sql`(SELECT json_build_object(
    'number', p."number", 'title', p."title", 'status', p."status", 'visibility', p."visibility",
    'authorId', p."authorId",
    'coAuthors', (SELECT coalesce(json_agg(json_build_object('personId', k."personId")), '[]') FROM "CoAuthor" k WHERE k."proposalId" = p."id"),
    'imported', p."sourceKey" IS NOT NULL,
    'asks', (SELECT coalesce(json_agg(json_build_object('number', a."number", 'kind', a."kind", 'text', a."text")
      ORDER BY a."number"), '[]') FROM "Ask" a WHERE a."proposalId" = p."id"),
    'concerns', (SELECT coalesce(json_agg(json_build_object('number', n."number", 'text', n."text", 'opener', w."name")
      ORDER BY n."number"), '[]') FROM "Concern" n JOIN "Person" w ON w."id" = n."openerId"
      WHERE n."proposalId" = p."id" AND n."status" IN ('open', 'addressed')),
    'questions', (SELECT coalesce(json_agg(json_build_object('number', q."number", 'text', q."text",
      'of', coalesce(qp."name", qb."name", ${askedRoleName})) ORDER BY q."number"), '[]')
      FROM "Question" q LEFT JOIN "Person" qp ON qp."id" = q."askedOfPersonId"
        LEFT JOIN "Body" qb ON qb."id" = q."askedOfBodyId"
      WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered')))
  FROM "Proposal" p WHERE p."id" = i."proposalId")`;

/** A ticket that came back for a decision, with what happened to it: not more than this item's readers may know. */
const ticket = Prisma.sql`(SELECT json_build_object('number', t."number", 'title', t."title", 'status', t."status",
    'events', (SELECT coalesce(json_agg(e ORDER BY e."id"), '[]') FROM (
      SELECT e."id"::int, e."at", e."type", e."data", w."name" AS "actorName", e."onBehalfOf"
      FROM "Event" e LEFT JOIN "Person" w ON w."id" = e."actorId"
      WHERE e."ticketId" = t."id" AND (e."visibility" = 'public' OR i."visibility" = 'executive') ORDER BY e."id" DESC LIMIT 30) e))
  FROM "Ticket" t WHERE t."id" = i."ticketId")`;

const items = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'id', i."id", 'version', i."version", 'status', i."status", 'section', i."section", 'visibility', i."visibility",
    'title', i."title", 'presenterId', i."presenterId", 'presentMinutes', i."presentMinutes",
    'qaMinutes', i."qaMinutes", 'carryCount', i."carryCount",
    'pulled', CASE WHEN i."pulledFrom" IS NOT NULL THEN json_build_object('reason', i."pulledReason",
      'by', (SELECT w."name" FROM "Person" w WHERE w."id" = i."pulledById")) END, 'openedAt', i."openedAt", 'outline', i."outline",
    'presenter', (SELECT ${named(Prisma.sql`r`)} FROM "Person" r WHERE r."id" = i."presenterId"),
    'proposal', ${proposal}, 'ticket', ${ticket}, 'lines', ${lines}, 'decision', ${decision}, 'ballots', ${ballotsOfItemJson},
    'carriedTo', (SELECT n."date" FROM "AgendaItem" c JOIN "Meeting" n ON n."id" = c."meetingId"
      WHERE c."carriedFromId" = i."id")) ORDER BY i."section", i."position", i."id"), '[]')
  FROM "AgendaItem" i WHERE i."meetingId" = m."id" AND i."status" <> 'withdrawn')`;

/** Offices that the person o held on the day of the meeting, in words. */
const offices = Prisma.sql`(SELECT coalesce(json_agg(DISTINCT replace(g."role"::text, '_', ' ')), '[]')
  FROM "RoleGrant" g WHERE g."personId" = o."id" AND g."role" IN ('chair', 'liaison', 'secretary', 'community_architect')
    AND g."since" <= day."at" AND (g."until" IS NULL OR g."until" > day."at"))`;

const attendance = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'handle', o."handle", 'name', o."name", 'part', t."part", 'state', t."state", 'arrivedAt', t."arrivedAt",
    'roles', ${offices}) ORDER BY o."name"), '[]')
  FROM "Attendance" t JOIN "Person" o ON o."id" = t."personId" WHERE t."meetingId" = m."id")`;

const roster = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('handle', o."handle", 'name', o."name",
    'part', o."part", 'roles', ${offices},
    'reply', (SELECT r."answer" FROM "MeetingReply" r WHERE r."meetingId" = m."id" AND r."personId" = o."id")) ORDER BY o."part", o."name"), '[]')
  FROM (SELECT s."id", s."handle", s."name", min(s."part") AS "part" FROM (
      SELECT w."id", w."handle", w."name",
        CASE WHEN h."role" IN ('director', 'chair', 'liaison') THEN 'director' ELSE 'officer' END AS "part"
      FROM "RoleGrant" h JOIN "Person" w ON w."id" = h."personId"
      WHERE h."role" IN ('director', 'chair', 'liaison', 'secretary', 'community_architect')
        AND h."since" <= day."at" AND (h."until" IS NULL OR h."until" > day."at")
      UNION ALL
      SELECT w."id", w."handle", w."name", 'guest' FROM "AgendaItem" i JOIN "Person" w ON w."id" = i."presenterId"
      WHERE i."meetingId" = m."id" AND i."status" <> 'withdrawn'
    ) s GROUP BY s."id", s."handle", s."name") o)`;

const laterMeetings = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('date', n."date", 'title', n."title")
    ORDER BY n."startsAt"), '[]')
  FROM (SELECT * FROM "Meeting" l WHERE l."startsAt" > m."startsAt" AND l."status" IN ('planned', 'published')
    ORDER BY l."startsAt" LIMIT 6) n)`;

/**
 * A meeting with all that was said in it, whoever asks: with one query. Only the queries of sessions and of minutes and
 * the command that publishes them may use it, and each takes away what its reader may not see.
 */
export async function readSession(tx: Tx | typeof db, date: string): Promise<SessionRow | null> {
  const [row] = await tx.$queryRaw<{ session: SessionRow }[]>(Prisma.sql`
    SELECT json_build_object('id', m."id", 'version', m."version", 'date', m."date", 'title', m."title",
      'place', m."place", 'status', m."status", 'minutesStatus', m."minutesStatus", 'startsAt', m."startsAt",
      'timeZone', m."timeZone", 'openedAt', m."openedAt", 'adjournedAt', m."adjournedAt",
      'seatedDirectors', m."seatedDirectors", 'minutesPublishedAt', m."minutesPublishedAt",
      'minutesMarkdown', m."minutesMarkdown", 'minutesText', m."minutesText",
      'attendance', ${attendance}, 'roster', ${roster}, 'items', ${items}, 'laterMeetings', ${laterMeetings}) AS session
    FROM "Meeting" m, LATERAL (SELECT coalesce(m."openedAt", ${now()}) AS "at") day WHERE m."date" = ${date}`);
  return row?.session ?? null;
}
