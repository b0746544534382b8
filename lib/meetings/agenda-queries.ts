import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Tx } from "../db/transaction";
import { env } from "../env";
import { mayMarkRead } from "../materials/policy";
import type { askKindLabels } from "../proposals/ui-text";
import { writtenBySql } from "../proposals/visibility";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { minutesTaken, type Timed } from "./capacity";
import type { Seat } from "./expected-quorum";
import {
  type AgendaItemFacts,
  type AgendaItemStatus,
  agendaItemMachine,
  type MeetingStatus,
  type MinutesStatus,
  meetingMachine,
} from "./machine";
import { type NoticeClock, noticeClock } from "./notice-clock";
import { type Outline, outlineOf } from "./outline";
import { mayHandOver, mayRunMeetings, mayWriteOutline } from "./policy";
import type { callAudiences } from "./schema";
import { type TogetherSection, whyNotPull } from "./together";
import type { AgendaSection } from "./ui-text";
import { itemVisibleSql } from "./visibility";

interface ItemRow extends Timed {
  id: number;
  version: number;
  section: AgendaSection;
  status: AgendaItemStatus;
  executive: boolean;
  title: string;
  isBreak: boolean;
  outline: unknown;
  overrideReason: string | null;
  carryCount: number;
  /** Who had it talked about instead of being dealt with together, and why. */
  pulled: { from: TogetherSection; reason: string; by: string | null } | null;
  /** What happened to it after the agenda was published, until the meeting began. */
  late: "added" | "changed" | null;
  /** Date of the meeting that it was carried to. */
  carriedTo: string | null;
  presenterId: number | null;
  presenter: { handle: string; name: string } | null;
  proposal: {
    number: number;
    authorId: number;
    coAuthorIds: number[];
    imported: boolean;
    openQuestions: number;
    /** Words to read; null for whoever is not asked to read ahead. */
    words: number | null;
    /** Whether this reader has marked its present text as read. */
    isRead: boolean;
    asks: { number: number; kind: keyof typeof askKindLabels; text: string }[];
  } | null;
}

interface MeetingRow {
  id: number;
  version: number;
  date: string;
  title: string;
  place: string;
  /** Empty where there is none, and for readers whom it is not meant for. */
  callLink: string;
  callFor: keyof typeof callAudiences;
  /** The date of its series, where it was moved from there. */
  seriesDate: string | null;
  startsAt: string;
  timeZone: string;
  capacityMinutes: number;
  status: MeetingStatus;
  minutesStatus: MinutesStatus;
  publishedAt: string | null;
  series: { key: string; name: string } | null;
  attendanceRecorded: boolean;
  /** The directors seated now, with what they said about coming. */
  seats: Seat[];
  /** What this reader said about coming; null where nothing. */
  reply: "attends" | "regrets" | null;
  /** The meetings beside it in time. */
  previous: string | null;
  next: string | null;
  cancelReason: string | null;
  items: ItemRow[];
}

export interface AgendaItemShown extends Omit<ItemRow, "outline"> {
  outline: Outline;
  mayOutline: boolean;
  mayHandOver: boolean;
  mayPull: boolean;
  withdraw: AllowedMove | undefined;
}

/** A meeting's agenda as this actor may see it. */
export interface Agenda extends Omit<MeetingRow, "items" | "startsAt" | "publishedAt"> {
  startsAt: Date;
  publishedAt: Date | null;
  notice: NoticeClock;
  /** What counts against the time, in the order of the meeting. */
  items: AgendaItemShown[];
  /** What stood on it and was carried over. */
  carried: AgendaItemShown[];
  takenMinutes: number;
  moves: AllowedMove[];
  mayRun: boolean;
  /** It has not been called to order yet, nor cancelled. */
  isAhead: boolean;
}

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
  'title', i."title", 'isBreak', i."isBreak", 'outline', i."outline", 'overrideReason', i."overrideReason", 'carryCount', i."carryCount",
  'pulled', CASE WHEN i."pulledFrom" IS NOT NULL THEN json_build_object('from', i."pulledFrom", 'reason', i."pulledReason",
    'by', (SELECT w."name" FROM "Person" w WHERE w."id" = i."pulledById")) END,
  'late', (SELECT CASE WHEN bool_or(e."type" = 'agenda_item.planned') THEN 'added' ELSE 'changed' END FROM "Event" e
    WHERE e."subject" = 'agenda_item' AND e."subjectId" = i."id" AND e."at" > m."publishedAt"
      AND (m."openedAt" IS NULL OR e."at" < m."openedAt") AND e."type" = ANY(${lateTypes}) HAVING count(*) > 0),
  'presentMinutes', i."presentMinutes", 'qaMinutes', i."qaMinutes", 'presenterId', i."presenterId",
  'carriedTo', (SELECT n."date" FROM "AgendaItem" c JOIN "Meeting" n ON n."id" = c."meetingId" WHERE c."carriedFromId" = i."id"),
  'presenter', (SELECT json_build_object('handle', r."handle", 'name', r."name") FROM "Person" r WHERE r."id" = i."presenterId"),
  'proposal', CASE WHEN p."id" IS NOT NULL THEN json_build_object('number', p."number", 'authorId', p."authorId",
    'coAuthorIds', ARRAY(SELECT k."personId" FROM "CoAuthor" k WHERE k."proposalId" = p."id"), 'imported', p."sourceKey" IS NOT NULL,
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

/** The agenda of that date, or of a date that the meeting was moved from, with one query; null where there is none. */
export async function findAgenda(actor: Actor, date: string): Promise<Agenda | null> {
  const [row] = await readRows<{ meeting: MeetingRow }>(agendaSql(actor, date));
  return row ? agendaOf(actor, row.meeting) : null;
}

/** The same inside a transaction: what a deed of it has just changed is in it. */
export async function findAgendaIn(tx: Tx, actor: Actor, date: string): Promise<Agenda | null> {
  const [row] = await tx.$queryRaw<{ meeting: MeetingRow }[]>(agendaSql(actor, date));
  return row ? agendaOf(actor, row.meeting) : null;
}

function agendaSql(actor: Actor, date: string): Prisma.Sql {
  return Prisma.sql`
    SELECT json_build_object('id', m."id", 'version', m."version", 'date', m."date", 'title', m."title",
      'place', m."place", 'callLink', CASE WHEN ${mayJoin(actor)} THEN m."callLink" ELSE '' END, 'callFor', m."callFor",
      'seriesDate', m."seriesDate", 'startsAt', m."startsAt", 'timeZone', m."timeZone", 'capacityMinutes', m."capacityMinutes",
      'status', m."status", 'minutesStatus', m."minutesStatus", 'publishedAt', m."publishedAt",
      'series', (SELECT json_build_object('key', s."key", 'name', s."name") FROM "MeetingSeries" s WHERE s."id" = m."seriesId"),
      'attendanceRecorded', EXISTS (SELECT 1 FROM "Attendance" t WHERE t."meetingId" = m."id"),
      'seats', (SELECT coalesce(json_agg(json_build_object('handle', w."handle", 'name', w."name", 'answer', r."answer") ORDER BY w."name"), '[]')
        FROM "Person" w LEFT JOIN "MeetingReply" r ON r."meetingId" = m."id" AND r."personId" = w."id"
        WHERE EXISTS (SELECT 1 FROM "RoleGrant" g WHERE g."personId" = w."id" AND g."until" IS NULL
          AND g."role" IN ('director', 'chair', 'liaison'))),
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

function agendaOf(actor: Actor, { items: rows, ...meeting }: MeetingRow): Agenda {
  const items = rows.filter((item) => item.status !== "carried");
  const openItem = items.find((item) => item.status === "open")?.title ?? null;
  const { status, attendanceRecorded } = meeting;
  const times = {
    startsAt: new Date(meeting.startsAt),
    publishedAt: meeting.publishedAt ? new Date(meeting.publishedAt) : null,
  };
  const shown = (item: ItemRow) => itemShown(actor, meeting, item);
  return {
    ...meeting,
    ...times,
    notice: noticeClock(times, env().AGENDA_NOTICE_HOURS, now()),
    items: items.map(shown),
    carried: rows.filter((item) => item.status === "carried").map(shown),
    takenMinutes: minutesTaken(items),
    moves: allowedMoves(meetingMachine, actor, { status, attendanceRecorded, openItem }),
    isAhead: status === "planned" || status === "published",
    mayRun: mayRunMeetings(actor) && status !== "adjourned" && status !== "cancelled",
  };
}

function itemShown(
  actor: Actor,
  meeting: Pick<MeetingRow, "status" | "attendanceRecorded">,
  { outline, ...item }: ItemRow,
): AgendaItemShown {
  const facts: AgendaItemFacts = {
    status: item.status,
    authorId: item.proposal?.authorId ?? null,
    imported: item.proposal?.imported ?? false,
    meetingStatus: meeting.status,
    attendanceRecorded: meeting.attendanceRecorded,
    otherOpenItem: null,
  };
  const isAhead =
    item.status === "planned" && (meeting.status === "planned" || meeting.status === "published");
  return {
    ...item,
    outline: outlineOf(outline),
    mayPull: !whyNotPull(actor, { ...item, meetingStatus: meeting.status }),
    mayOutline:
      isAhead &&
      mayWriteOutline(actor, {
        ...facts,
        presenterId: item.presenterId,
        coAuthorIds: item.proposal?.coAuthorIds ?? [],
      }),
    mayHandOver: isAhead && mayHandOver(actor, { ...facts, presenterId: item.presenterId }),
    withdraw: allowedMoves(agendaItemMachine, actor, facts).find((move) => move.name === "withdraw"),
  };
}
