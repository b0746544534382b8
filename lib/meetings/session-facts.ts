import { now } from "../clock";
import { type db, Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { ballotsOfItemJson } from "../decisions/ballot-facts";
import { askedRoleName } from "../discussion/debt-queries";
import { namedSql } from "../people/person-facts";
import type { LineRow, SessionRow } from "./session-row";

/** The owner of a row under the alias x, joined as op and ob. */
const owner = Prisma.sql`CASE
  WHEN op."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', op."handle", 'name', op."name")
  WHEN ob."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', ob."handle", 'name', ob."name") END`;
const ownerJoins = Prisma.sql`
  LEFT JOIN "Person" op ON op."id" = x."ownerPersonId" LEFT JOIN "Body" ob ON ob."id" = x."ownerBodyId"`;

/** A row of "MinuteLine" x, its owner joined, as LineRow. */
const lineJson = Prisma.sql`json_build_object(
    'id', x."id", 'itemId', x."itemId", 'kind', x."kind", 'text', x."text", 'dueOn', x."dueOn", 'at', x."createdAt",
    'revision', x."revision", 'struck', x."struckAt" IS NOT NULL,
    'by', (SELECT w."name" FROM "Person" w WHERE w."id" = x."authorId"), 'owner', ${owner},
    'ticketNumber', (SELECT t."number" FROM "Ticket" t WHERE t."id" = x."ticketId"),
    'questionNumber', (SELECT q."number" FROM "Question" q WHERE q."id" = x."questionId"),
    'questionOpen', EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = x."questionId" AND q."status" = 'open'))`;

const lines = Prisma.sql`(SELECT coalesce(json_agg(${lineJson} ORDER BY x."id"), '[]')
  FROM "MinuteLine" x ${ownerJoins} WHERE x."itemId" = i."id")`;
const noLines = Prisma.sql`'[]'::json`;

const decision = Prisma.sql`(SELECT json_build_object(
    'id', d."id", 'outcome', d."outcome", 'method', d."method", 'text', d."text", 'reviewOn', d."reviewOn",
    'nextMeeting', (SELECT n."date" FROM "Meeting" n WHERE n."id" = d."nextMeetingId"),
    'followUp', (SELECT ${namedSql(Prisma.sql`f`)} FROM "Person" f WHERE f."id" = d."followUpId"),
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
      WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered')),
    'materials', (SELECT coalesce(json_agg(json_build_object('number', y."number", 'kind', y."kind", 'title', y."title",
      'url', y."url", 'file', CASE WHEN f."id" IS NOT NULL THEN json_build_object('id', f."id", 'name', f."name",
        'mediaType', f."mediaType", 'size', f."size") END) ORDER BY y."number"), '[]')
      FROM "Material" y LEFT JOIN "Attachment" f ON f."id" = y."attachmentId"
      WHERE y."proposalId" = p."id" AND y."removedAt" IS NULL))
  FROM "Proposal" p WHERE p."id" = i."proposalId")`;

/** A ticket that came back for a decision, with what happened to it: not more than this item's readers may know. */
const ticket = Prisma.sql`(SELECT json_build_object('number', t."number", 'title', t."title", 'status', t."status",
    'events', (SELECT coalesce(json_agg(e ORDER BY e."id"), '[]') FROM (
      SELECT e."id"::int, e."at", e."type", e."data", w."name" AS "actorName", e."onBehalfOf"
      FROM "Event" e LEFT JOIN "Person" w ON w."id" = e."actorId"
      WHERE e."ticketId" = t."id" AND (e."visibility" = 'public' OR i."visibility" = 'executive') ORDER BY e."id" DESC LIMIT 30) e))
  FROM "Ticket" t WHERE t."id" = i."ticketId")`;

const itemsWith = (said: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'id', i."id", 'version', i."version", 'status', i."status", 'section', i."section", 'visibility', i."visibility",
    'title', i."title", 'presenterId', i."presenterId", 'presentMinutes', i."presentMinutes",
    'qaMinutes', i."qaMinutes", 'carryCount', i."carryCount",
    'pulled', CASE WHEN i."pulledFrom" IS NOT NULL THEN json_build_object('reason', i."pulledReason",
      'by', (SELECT w."name" FROM "Person" w WHERE w."id" = i."pulledById")) END, 'openedAt', i."openedAt", 'outline', i."outline",
    'presenter', (SELECT ${namedSql(Prisma.sql`r`)} FROM "Person" r WHERE r."id" = i."presenterId"),
    'closedAt', i."closedAt", 'questionsAt', i."questionsAt", 'isBreak', i."isBreak",
    'extraPresentMinutes', i."extraPresentMinutes", 'extraQaMinutes', i."extraQaMinutes",
    'lineCount', (SELECT count(*)::int FROM "MinuteLine" n WHERE n."itemId" = i."id"),
    'proposal', ${proposal}, 'ticket', ${ticket}, 'lines', ${said}, 'decision', ${decision}, 'ballots', ${ballotsOfItemJson},
    'carriedTo', (SELECT n."date" FROM "AgendaItem" c JOIN "Meeting" n ON n."id" = c."meetingId"
      WHERE c."carriedFromId" = i."id")) ORDER BY i."section", i."position", i."id"), '[]')
  FROM "AgendaItem" i WHERE i."meetingId" = m."id" AND i."status" <> 'withdrawn')`;

/** Offices that the person o held on the day of the meeting, in words. */
const offices = Prisma.sql`(SELECT coalesce(json_agg(DISTINCT replace(g."role"::text, '_', ' ')), '[]')
  FROM "RoleGrant" g WHERE g."personId" = o."id" AND g."role" IN ('chair', 'liaison', 'secretary', 'community_architect')
    AND g."since" <= day."at" AND (g."until" IS NULL OR g."until" > day."at"))`;

const attendance = Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
    'handle', o."handle", 'name', o."name", 'part', t."part", 'state', t."state", 'arrivedAt', t."arrivedAt", 'leftAt', t."leftAt",
    'spans', (SELECT coalesce(json_agg(json_build_object('from', z."fromAt", 'to', z."toAt") ORDER BY z."fromAt", z."id"), '[]')
      FROM "AttendanceSpan" z WHERE z."meetingId" = m."id" AND z."personId" = t."personId"),
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
export async function readSession(
  tx: Tx | typeof db,
  date: string,
  { withLines } = { withLines: true },
): Promise<SessionRow | null> {
  const [row] = await tx.$queryRaw<{ session: SessionRow }[]>(Prisma.sql`
    SELECT json_build_object('id', m."id", 'version', m."version", 'date', m."date", 'title', m."title",
      'place', m."place", 'status', m."status", 'minutesStatus', m."minutesStatus", 'startsAt', m."startsAt",
      'timeZone', m."timeZone", 'placeItemId', m."placeItemId",
      'seq', coalesce((SELECT u."seq" FROM "MeetingPulse" u WHERE u."meetingId" = m."id"), 0),
      'executiveSpans', (SELECT coalesce(json_agg(json_build_object('from', v."enteredAt", 'to', v."leftAt") ORDER BY v."id"), '[]')
        FROM "ExecutiveSpan" v WHERE v."meetingId" = m."id"), 'openedAt', m."openedAt", 'adjournedAt', m."adjournedAt",
      'seatedDirectors', m."seatedDirectors", 'minutesPublishedAt', m."minutesPublishedAt",
      'minutesMarkdown', m."minutesMarkdown", 'minutesText', m."minutesText",
      'attendance', ${attendance}, 'roster', ${roster}, 'items', ${itemsWith(withLines ? lines : noLines)}, 'laterMeetings', ${laterMeetings}) AS session
    FROM "Meeting" m, LATERAL (SELECT coalesce(m."openedAt", ${now()}) AS "at") day WHERE m."date" = ${date}`);
  return row?.session ?? null;
}

/** Lines of one item, the latest of them in their order; `before` goes back from a line. */
export async function readLines(
  tx: Tx | typeof db,
  of: { itemId: number; most: number; before?: number },
): Promise<LineRow[]> {
  const rows = await tx.$queryRaw<{ line: LineRow }[]>(Prisma.sql`
    SELECT ${lineJson} AS line FROM "MinuteLine" x ${ownerJoins}
    WHERE x."itemId" = ${of.itemId} AND (${of.before ?? null}::int IS NULL OR x."id" < ${of.before ?? null})
    ORDER BY x."id" DESC LIMIT ${of.most}`);
  return rows.map(({ line }) => line).reverse();
}

export async function readLine(tx: Tx | typeof db, id: number): Promise<LineRow | null> {
  const [row] = await tx.$queryRaw<{ line: LineRow }[]>(Prisma.sql`
    SELECT ${lineJson} AS line FROM "MinuteLine" x ${ownerJoins} WHERE x."id" = ${id}`);
  return row?.line ?? null;
}

/** An event of a meeting, as those who follow it hear of it. */
export interface LiveEventRow {
  seq: number;
  type: string;
  executive: boolean;
  /** The line that it is about, as it stands when this is read. */
  line: LineRow | null;
}

/** What happened in a meeting after an event, in order. An executive event, or one of an executive item, says so. */
export async function readEventsAfter(
  tx: Tx | typeof db,
  meetingId: number,
  after: number,
  most: number,
): Promise<LiveEventRow[]> {
  return tx.$queryRaw<LiveEventRow[]>(Prisma.sql`
    SELECT e."meetingSeq" AS "seq", e."type",
      (e."visibility" = 'executive' OR coalesce(i."visibility" = 'executive' OR i."section" = 'executive' OR p."visibility" = 'executive', false)) AS "executive",
      CASE WHEN x."id" IS NOT NULL THEN ${lineJson} END AS "line"
    FROM "Event" e
    LEFT JOIN "MinuteLine" x ON e."subject" = 'minute_line' AND x."id" = e."subjectId" ${ownerJoins}
    LEFT JOIN "AgendaItem" i ON i."id" = x."itemId" LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
    WHERE e."meetingId" = ${meetingId} AND e."meetingSeq" > ${after}
    ORDER BY e."meetingSeq" LIMIT ${most}`);
}
