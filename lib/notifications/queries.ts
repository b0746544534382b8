import { db, Prisma } from "../db/client";
import { type Actor, personIdOf } from "../workflow/actor";
import type { ToldEvent } from "./notice";

/** An event as its notices are written from it. */
export interface StoredEvent extends ToldEvent {
  id: bigint;
  proposalId: number | null;
  ticketId: number | null;
}

/** An event with all that its notices need, in one question to the database; null where there is none. */
export async function findToldEvent(eventId: bigint): Promise<StoredEvent | null> {
  const [row] = await db.$queryRaw<
    (Pick<StoredEvent, "id" | "proposalId" | "ticketId"> & { told: ToldEvent })[]
  >(Prisma.sql`
    SELECT e."id", p."id" AS "proposalId", e."ticketId", json_build_object(
      'type', e."type", 'data', e."data", 'executive', e."visibility" = 'executive',
      'actor', json_build_object('id', a."id", 'name', coalesce(a."name", e."onBehalfOf", 'The portal')),
      'proposal', CASE WHEN p."id" IS NULL THEN NULL ELSE json_build_object('number', p."number", 'title', p."title",
        'authorId', p."authorId",
        'coAuthorIds', ARRAY(SELECT k."personId" FROM "CoAuthor" k WHERE k."proposalId" = p."id"), 'status', p."status", 'visibility', p."visibility") END,
      'ticket', CASE WHEN t."id" IS NULL THEN NULL ELSE json_build_object('number', t."number", 'title', t."title",
        'requesterId', t."requesterId", 'ownerPersonId', t."ownerPersonId", 'ownerBodyId', t."ownerBodyId") END,
      'meeting', CASE WHEN m."id" IS NULL THEN NULL ELSE json_build_object('date', m."date", 'title', m."title",
        'concernedIds', (SELECT coalesce(json_agg(w."id"), '[]') FROM (
          SELECT ip."authorId" AS "id" FROM ${itemsSql} JOIN "Proposal" ip ON ip."id" = i."proposalId"
          UNION SELECT k."personId" FROM ${itemsSql} JOIN "CoAuthor" k ON k."proposalId" = i."proposalId"
          UNION SELECT i."presenterId" FROM ${itemsSql} WHERE i."presenterId" IS NOT NULL
          UNION SELECT s."requestedById" FROM "SlotRequest" s
            WHERE s."offeredMeetingId" = m."id" AND s."status" IN ('offered', 'countered')
          UNION SELECT y."personId" FROM "MeetingReply" y WHERE y."meetingId" = m."id" AND y."answer" = 'attends') w)) END,
      'region', CASE WHEN r."id" IS NULL THEN NULL ELSE json_build_object('key', r."key", 'name', r."name",
        'operatorsId', r."operatorsId") END,
      'question', (SELECT ${questionJson} FROM "Question" q WHERE e."subject" = 'question' AND q."id" = e."subjectId"),
      'asked', (SELECT coalesce(json_agg(${questionJson}), '[]') FROM "Question" q
        WHERE e."subject" = 'comment' AND (q."proposalId" = e."proposalId" OR q."ticketId" = e."ticketId") AND q."commentId" = e."subjectId"),
      'answered', (SELECT coalesce(json_agg(${questionJson}), '[]') FROM "Question" q
        WHERE e."subject" = 'comment' AND (q."proposalId" = e."proposalId" OR q."ticketId" = e."ticketId") AND EXISTS (SELECT 1 FROM "QuestionAnswer" g
          WHERE g."questionId" = q."id" AND g."commentId" = e."subjectId")),
      'line', (SELECT json_build_object('kind', l."kind", 'text', l."text", 'ownerPersonId', l."ownerPersonId",
        'ownerBodyId', l."ownerBodyId") FROM "MinuteLine" l WHERE e."subject" = 'minute_line' AND l."id" = e."subjectId"),
      'slotRequestedById', (SELECT s."requestedById" FROM "SlotRequest" s
        WHERE e."subject" = 'slot_request' AND s."id" = e."subjectId"),
      'evidenceById', (SELECT v."submittedById" FROM "Evidence" v
        WHERE e."subject" = 'evidence' AND v."id" = e."subjectId")
    ) AS "told"
    FROM "Event" e
    LEFT JOIN "Person" a ON a."id" = e."actorId"
    LEFT JOIN "Ticket" t ON t."id" = e."ticketId"
    LEFT JOIN "Proposal" p ON p."id" = coalesce(e."proposalId", t."proposalId")
    LEFT JOIN "Meeting" m ON m."id" = e."meetingId"
    LEFT JOIN "Region" r ON r."id" = e."regionId"
    WHERE e."id" = ${eventId}`);
  return row ? { ...row.told, id: row.id, proposalId: row.proposalId, ticketId: row.ticketId } : null;
}

/** What stands, or was carried from, the agenda of meeting m. */
const itemsSql = Prisma.sql`(SELECT * FROM "AgendaItem" z WHERE z."meetingId" = m."id" AND z."status" <> 'withdrawn') i`;

const questionJson = Prisma.sql`json_build_object('number', q."number", 'text', q."text", 'askedById', q."askedById",
  'askedOfPersonId', q."askedOfPersonId", 'askedOfBodyId', q."askedOfBodyId", 'askedOfRole', q."askedOfRole")`;

export interface InboxLine {
  id: number;
  sentence: string;
  href: string;
  at: string;
  read: boolean;
}

export interface Inbox {
  lines: InboxLine[];
  unread: number;
  /** `before` of the part that follows, and of the one above: 0 is the newest. */
  older?: number;
  newer?: number;
}

const inboxPart = 30;

/** One's own notices, newest first, a part at a time; `before` is the key that the part before gave. */
export async function listInbox(actor: Actor, page: { before?: number } = {}): Promise<Inbox> {
  const personId = personIdOf(actor);
  if (personId === null) return { lines: [], unread: 0 };
  const [rows, unread, newer] = await Promise.all([
    db.notice.findMany({
      where: { personId, ...(page.before && { id: { lt: page.before } }) },
      orderBy: { id: "desc" },
      take: inboxPart + 1,
      select: { id: true, sentence: true, href: true, createdAt: true, readAt: true },
    }),
    db.notice.count({ where: { personId, readAt: null } }),
    page.before ? newerKey(personId, page.before) : undefined,
  ]);
  const shown = rows.slice(0, inboxPart);
  const last = shown.at(-1);
  return {
    lines: shown.map(({ createdAt, readAt, ...line }) => ({
      ...line,
      at: createdAt.toISOString(),
      read: readAt !== null,
    })),
    unread,
    ...(rows.length > inboxPart && last && { older: last.id }),
    ...(newer !== undefined && { newer }),
  };
}

/** The key under which the part before this one is shown. */
async function newerKey(personId: number, before: number): Promise<number> {
  const [row] = await db.notice.findMany({
    where: { personId, id: { gte: before } },
    orderBy: { id: "asc" },
    skip: inboxPart,
    take: 1,
    select: { id: true },
  });
  return row?.id ?? 0; // fewer than a part are newer: the beginning
}
