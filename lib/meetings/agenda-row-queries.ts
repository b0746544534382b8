import { now } from "../clock";
import { Prisma } from "../db/client";
import { mayMarkRead } from "../materials/policy";
import { agendaMaterialsJson } from "../materials/queries";
import { writtenBySql } from "../proposals/visibility";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";
import { itemVisibleSql } from "./visibility";

/** Words of a proposal's summary, sections and asks, as `countWords` counts those of its pre-read. */
const wordsSql = Prisma.sql`(regexp_count(p."title" || ' ' || p."summary", '[[:alnum:]]+')
  + coalesce((SELECT sum(regexp_count(x->>'markdown', '[[:alnum:]]+')) FROM jsonb_array_elements(p."sections") x), 0)
  + coalesce((SELECT sum(regexp_count(a."text" || ' ' || a."rationale" || ' ' || a."acceptanceTest", '[[:alnum:]]+'))
      FROM "Ask" a WHERE a."proposalId" = p."id"), 0))`;

/** What, done to an item after its agenda was published, readers of the published one did not see. */
const lateTypes = [
  "agenda_item.planned",
  "agenda_item.changed",
  "agenda_item.outlined",
  "agenda_item.handed_over",
];

const itemJson = (
  actor: Actor,
) => Prisma.sql`json_build_object('id', i."id", 'version', i."version", 'section', i."section",
  'status', i."status", 'executive', i."visibility" = 'executive' OR coalesce(p."visibility" = 'executive', false),
  'title', i."title", 'isBreak', i."isBreak", 'outline', i."outline", 'note', i."note", 'overrideReason', i."overrideReason", 'carryCount', i."carryCount",
  'pulled', CASE WHEN i."pulledFrom" IS NOT NULL THEN json_build_object('from', i."pulledFrom", 'reason', i."pulledReason",
    'by', (SELECT w."name" FROM "Person" w WHERE w."id" = i."pulledById")) END,
  'late', (SELECT CASE WHEN bool_or(e."type" = 'agenda_item.planned') THEN 'added' ELSE 'changed' END FROM "Event" e
    WHERE e."subject" = 'agenda_item' AND e."subjectId" = i."id" AND e."at" > m."publishedAt"
      AND (m."openedAt" IS NULL OR e."at" < m."openedAt") AND e."type" = ANY(${lateTypes}) HAVING count(*) > 0),
  'presentMinutes', i."presentMinutes", 'qaMinutes', i."qaMinutes", 'presenterId', i."presenterId",
  'carriedTo', (SELECT n."date" FROM "AgendaItem" c JOIN "Meeting" n ON n."id" = c."meetingId" WHERE c."carriedFromId" = i."id"),
  'ticket', (SELECT json_build_object('number', t."number") FROM "Ticket" t WHERE t."id" = i."ticketId"),
  'presenter', (SELECT json_build_object('handle', r."handle", 'name', r."name") FROM "Person" r WHERE r."id" = i."presenterId"),
  'proposal', CASE WHEN p."id" IS NOT NULL THEN json_build_object('number', p."number", 'authorId', p."authorId",
    'coAuthorIds', ARRAY(SELECT k."personId" FROM "CoAuthor" k WHERE k."proposalId" = p."id"), 'imported', p."sourceKey" IS NOT NULL,
    'revision', p."revision", 'materials', ${agendaMaterialsJson},
    'words', ${mayMarkRead(actor) ? wordsSql : Prisma.sql`NULL`},
    'isRead', EXISTS (SELECT 1 FROM "PrereadMark" k WHERE k."proposalId" = p."id" AND k."materialId" IS NULL
      AND k."personId" = ${personIdOf(actor) ?? 0} AND k."revision" >= p."revision"),
    'openQuestions', (SELECT count(*) FROM "Question" q WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered')),
    'asks', (SELECT coalesce(json_agg(json_build_object('number', a."number", 'kind', a."kind", 'text', a."text")
      ORDER BY a."number"), '[]') FROM "Ask" a WHERE a."proposalId" = p."id")) END)`;

/** Whether this reader may see how to join the call of meeting m. */
function mayJoin(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return Prisma.sql`true`;
  const own = personIdOf(actor);
  if (own === null) return Prisma.sql`m."callFor" = 'everybody'`;
  return Prisma.sql`(m."callFor" <> 'participants' OR EXISTS (SELECT 1 FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
    WHERE i."meetingId" = m."id" AND i."status" IN ('planned', 'open') AND (i."presenterId" = ${own} OR ${writtenBySql(own)})))`;
}

/** One meeting with all that its agenda shows, as far as this actor may see it: a row of `MeetingRow` in agenda-queries.ts. */
export function agendaSql(actor: Actor, date: string): Prisma.Sql {
  return Prisma.sql`
    SELECT json_build_object('id', m."id", 'version', m."version", 'date', m."date", 'title', m."title",
      'place', m."place", 'callLink', CASE WHEN ${mayJoin(actor)} THEN m."callLink" ELSE '' END, 'callFor', m."callFor",
      'seriesDate', m."seriesDate", 'startsAt', m."startsAt", 'timeZone', m."timeZone", 'capacityMinutes', m."capacityMinutes",
      'status', m."status", 'minutesStatus', m."minutesStatus", 'publishedAt', m."publishedAt",
      'series', (SELECT json_build_object('key', s."key", 'name', s."name") FROM "MeetingSeries" s WHERE s."id" = m."seriesId"),
      'attendanceRecorded', EXISTS (SELECT 1 FROM "Attendance" t WHERE t."meetingId" = m."id"),
      'seats', (SELECT coalesce(json_agg(json_build_object('handle', w."handle", 'name', w."name", 'answer', r."answer") ORDER BY w."name"), '[]')
        FROM "Person" w LEFT JOIN "MeetingReply" r ON r."meetingId" = m."id" AND r."personId" = w."id"
        CROSS JOIN LATERAL (SELECT least(coalesce(m."openedAt", m."startsAt"), ${now()}::timestamptz) AS "at") day
        WHERE EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = w."id" AND g."since" <= day."at"
          AND (g."until" IS NULL OR g."until" > day."at") AND g."role" IN ('director', 'chair', 'liaison'))),
      'reply', (SELECT r."answer" FROM "MeetingReply" r WHERE r."meetingId" = m."id" AND r."personId" = ${personIdOf(actor) ?? 0}),
      'previous', (SELECT max(o."date") FROM "Meeting" o WHERE o."date" < m."date"),
      'next', (SELECT min(o."date") FROM "Meeting" o WHERE o."date" > m."date"),
      'cancelReason', (SELECT e."data"->>'reason' FROM "Event" e
        WHERE e."meetingId" = m."id" AND e."type" = 'meeting.cancelled' ORDER BY e."id" DESC LIMIT 1),
      'items', (SELECT coalesce(json_agg(${itemJson(actor)} ORDER BY i."section", i."position", i."id"), '[]')
        FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
        WHERE i."meetingId" = m."id" AND i."status" <> 'withdrawn' AND ${itemVisibleSql(actor)})) AS meeting
    FROM "Meeting" m WHERE m."date" = ${date} OR m."formerDates" @> ARRAY[${date}]
    ORDER BY (m."date" = ${date}) DESC LIMIT 1`;
}
