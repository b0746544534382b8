import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { wordsQuery } from "../search/word-queries";
import { type Actor, isDirector, personIdOf } from "../workflow/actor";
import type { MeetingFilter } from "./list-filter";
import type { MeetingStatus, MinutesStatus } from "./machine";
import type { CalendarMeeting } from "./meeting-calendar";
import type { HeldSeries } from "./plan-dates";
import { itemVisibleSql } from "./visibility";

/** A meeting in a list, with what its time bar needs. */
export interface MeetingLine {
  date: string;
  title: string;
  place: string;
  startsAt: Date;
  timeZone: string;
  status: MeetingStatus;
  minutesStatus: MinutesStatus;
  capacityMinutes: number;
  /** Of the items that this actor may see. */
  takenMinutes: number;
  items: number;
  /** The first three titles that a search found on its agenda. */
  found?: string[];
}

const lineColumns = Prisma.sql`m."date", m."title", m."place", m."startsAt", m."timeZone", m."status",
  m."minutesStatus", m."capacityMinutes", coalesce(t."taken", 0)::int AS "takenMinutes", coalesce(t."items", 0)::int AS "items"`;

/** Sums what stands on the agenda of meeting m, as far as this actor may see it. */
function agendaSums(actor: Actor): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (
    SELECT sum(i."presentMinutes" + i."qaMinutes") AS "taken", count(*) AS "items"
    FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
    WHERE i."meetingId" = m."id" AND i."status" IN ('planned', 'open', 'done') AND ${itemVisibleSql(actor)}) t ON true`;
}

/** The items of an agenda, among those that this actor may see, in which all the words stand. */
function itemsFound(actor: Actor, q: string): Prisma.Sql {
  return Prisma.sql`JOIN (
    SELECT i."meetingId", (array_agg(i."title" ORDER BY i."section", i."position"))[1:3] AS "found"
    FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
    WHERE i."search" @@ ${wordsQuery(q)} AND i."status" <> 'withdrawn' AND ${itemVisibleSql(actor)}
    GROUP BY i."meetingId") f ON f."meetingId" = m."id"`;
}

export interface MeetingPage {
  items: MeetingLine[];
  /** The date after which the list goes on; absent on the last page. */
  nextCursor?: string;
}

const pageSize = 25;

/**
 * Meetings that are still to be held, the next one first; or those that are over, the latest first; or, in a search,
 * all on whose agenda the words stand, the latest first. By keyset.
 */
export async function listMeetings(
  actor: Actor,
  { past = false, year, q, cursor }: MeetingFilter = {},
): Promise<MeetingPage> {
  const over = Prisma.sql`m."status" IN ('adjourned', 'cancelled')`;
  const latestFirst = past || q !== undefined;
  const conditions = [
    ...(q ? [] : [past ? over : Prisma.sql`NOT ${over}`]),
    ...(year ? [Prisma.sql`m."date" BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`] : []),
    ...(cursor ? [latestFirst ? Prisma.sql`m."date" < ${cursor}` : Prisma.sql`m."date" > ${cursor}`] : []),
    ...(q ? [Prisma.sql`f."found" IS NOT NULL`] : []),
  ];
  const found = q ? Prisma.sql`, f."found"` : Prisma.empty;
  const rows = await db.$queryRaw<MeetingLine[]>(Prisma.sql`
    SELECT ${lineColumns}${found} FROM "Meeting" m ${agendaSums(actor)} ${q ? itemsFound(actor, q) : Prisma.empty}
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY m."date" ${latestFirst ? Prisma.sql`DESC` : Prisma.sql`ASC`} LIMIT ${pageSize + 1}`);
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return rows.length > pageSize && last ? { items, nextCursor: last.date } : { items };
}

/** The years in which meetings were or will be held, the latest first. */
export async function listMeetingYears(): Promise<number[]> {
  const rows = await db.$queryRaw<{ year: number }[]>(Prisma.sql`
    SELECT DISTINCT left(m."date", 4)::int AS "year" FROM "Meeting" m ORDER BY 1 DESC LIMIT 100`);
  return rows.map(({ year }) => year);
}

/** The meetings of the days from one date to another, both included. */
export async function listMeetingsBetween(actor: Actor, from: string, to: string): Promise<MeetingLine[]> {
  return db.$queryRaw<MeetingLine[]>(Prisma.sql`
    SELECT ${lineColumns} FROM "Meeting" m ${agendaSums(actor)}
    WHERE m."date" BETWEEN ${from} AND ${to} ORDER BY m."startsAt" LIMIT 100`);
}

const replyDays = 21;

/** Meetings of the next three weeks whose agenda is out, and to which a director has not said whether they come. */
export function repliesWaitingSql(actor: Actor): Prisma.Sql {
  const from = now();
  const to = new Date(from.getTime() + replyDays * 86_400_000);
  return Prisma.sql`SELECT 'reply', NULL::int, m."title", m."date", m."startsAt", NULL FROM "Meeting" m
    WHERE ${isDirector(actor)} AND m."status" = 'published' AND m."startsAt" BETWEEN ${from} AND ${to}
      AND NOT EXISTS (SELECT 1 FROM "MeetingReply" r WHERE r."meetingId" = m."id" AND r."personId" = ${personIdOf(actor) ?? 0})
    ORDER BY m."startsAt" LIMIT 5`;
}

/**
 * What a reader's calendar holds: one meeting, or those of a year back and all to come, 500 at most; of one body's series
 * where its handle is given.
 */
export async function listForCalendar(
  actor: Actor,
  { date, body }: { date?: string; body?: string } = {},
): Promise<CalendarMeeting[]> {
  const which = date
    ? Prisma.sql`m."date" = ${date}`
    : Prisma.sql`m."startsAt" > ${new Date(now().getTime() - 365 * 86_400_000)}`;
  const ofBody = body
    ? Prisma.sql`m."seriesId" IN (SELECT s."id" FROM "MeetingSeries" s JOIN "Body" b ON b."id" = s."bodyId" WHERE b."handle" = ${body})`
    : Prisma.sql`true`;
  return db.$queryRaw<CalendarMeeting[]>(Prisma.sql`
    SELECT m."id", m."date", m."title", m."place", m."startsAt", m."capacityMinutes", m."status", m."version",
      coalesce((SELECT e."at" FROM "Event" e WHERE e."meetingId" = m."id" AND e."visibility" = 'public'
        ORDER BY e."id" DESC LIMIT 1), 'epoch') AS "changedAt",
      ARRAY(SELECT i."title" FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
        WHERE i."meetingId" = m."id" AND i."status" IN ('planned', 'open', 'done') AND ${itemVisibleSql(actor)}
        ORDER BY i."section", i."position", i."id" LIMIT 60) AS "items"
    FROM "Meeting" m WHERE ${which} AND ${ofBody} ORDER BY m."startsAt" LIMIT 500`);
}

/** The name of the body whose meetings a calendar may hold; null where there is none of that handle. */
export async function findCalendarBody(handle: string): Promise<string | null> {
  const body = await db.body.findUnique({ where: { handle }, select: { name: true } });
  return body?.name ?? null;
}

/** The meeting that is in session, or else the next one that is still to come; null where none is set. */
export async function findNextMeeting(actor: Actor): Promise<MeetingLine | null> {
  const [row] = await db.$queryRaw<MeetingLine[]>(Prisma.sql`
    SELECT ${lineColumns} FROM "Meeting" m ${agendaSums(actor)}
    WHERE m."status" = 'in_session' OR (m."status" IN ('planned', 'published') AND m."startsAt" > ${now()})
    ORDER BY (m."status" = 'in_session') DESC, m."startsAt" LIMIT 1`);
  return row ?? null;
}

/** Meetings that a slot can be offered on, with what is taken as far as this actor may see it: the next 24. */
export async function listOpenMeetings(actor: Actor): Promise<MeetingLine[]> {
  return db.$queryRaw<MeetingLine[]>(Prisma.sql`
    SELECT ${lineColumns} FROM "Meeting" m ${agendaSums(actor)}
    WHERE m."status" IN ('planned', 'published') AND m."startsAt" > ${now()} ORDER BY m."startsAt" LIMIT 24`);
}

/** A series of meetings, with the date of its next one that is planned. */
export type SeriesShown = Omit<HeldSeries, "id"> & { nextDate: string | null };

/** For the officers' forms. One query. */
export async function listSeries(): Promise<SeriesShown[]> {
  return db.$queryRaw<SeriesShown[]>(Prisma.sql`
    SELECT s."key", s."name", s."rule", s."startsAtTime", s."timeZone", s."minutes", s."place", s."callLink", s."callFor",
      s."endsOn", s."version", (SELECT min(m."date") FROM "Meeting" m WHERE m."seriesId" = s."id"
        AND m."status" IN ('planned', 'published') AND m."startsAt" > ${now()}) AS "nextDate"
    FROM "MeetingSeries" s ORDER BY s."name"`);
}
