import { now } from "../clock";
import { db, Prisma } from "../db/client";
import type { Actor } from "../workflow/actor";
import type { MeetingStatus, MinutesStatus } from "./machine";
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

export interface MeetingPage {
  items: MeetingLine[];
  /** The date after which the list goes on; absent on the last page. */
  nextCursor?: string;
}

const pageSize = 25;

/** Meetings that are still to be held, the next one first; or those that are over, the latest first. By keyset. */
export async function listMeetings(
  actor: Actor,
  { past = false, cursor }: { past?: boolean; cursor?: string } = {},
): Promise<MeetingPage> {
  const over = Prisma.sql`m."status" IN ('adjourned', 'cancelled')`;
  const after = cursor && /^\d{4}-\d{2}-\d{2}$/.test(cursor) ? cursor : undefined;
  const beyond = past ? Prisma.sql`m."date" < ${after}` : Prisma.sql`m."date" > ${after}`;
  const rows = await db.$queryRaw<MeetingLine[]>(Prisma.sql`
    SELECT ${lineColumns} FROM "Meeting" m ${agendaSums(actor)}
    WHERE ${past ? over : Prisma.sql`NOT ${over}`} ${after ? Prisma.sql`AND ${beyond}` : Prisma.empty}
    ORDER BY m."date" ${past ? Prisma.sql`DESC` : Prisma.sql`ASC`} LIMIT ${pageSize + 1}`);
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return rows.length > pageSize && last ? { items, nextCursor: last.date } : { items };
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

/** Series of meetings, for the form that plans them. */
export async function listSeries(): Promise<
  { key: string; name: string; rule: string; startsAtTime: string; timeZone: string }[]
> {
  return db.meetingSeries.findMany({
    orderBy: { name: "asc" },
    select: { key: true, name: true, rule: true, startsAtTime: true, timeZone: true },
  });
}
