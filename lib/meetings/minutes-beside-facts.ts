import { now } from "../clock";
import { type db, Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { namedSql } from "../people/person-facts";
import type { Owner } from "../people/queries";
import { bodyOfMeetingSql } from "./action-list-facts";
import type { ActionStatus } from "./action-machine";
import type { MinutesCommentStatus } from "./minutes-comment-machine";

interface Named {
  handle: string;
  name: string;
}

export interface AmendmentRow {
  id: number;
  number: number;
  visibility: "public" | "executive";
  itemId: number | null;
  lineId: number | null;
  text: string;
  was: string;
  reason: string;
  at: string;
  by: Named;
}

export interface NoteRow {
  itemId: number | null;
  text: string;
  version: number;
  by: Named;
  at: string;
}

export interface MinutesCommentRow {
  id: number;
  version: number;
  parentId: number | null;
  itemId: number | null;
  authorId: number;
  author: Named;
  text: string;
  at: string;
  status: MinutesCommentStatus;
  resolution: string;
  resolvedBy: string | null;
}

/** A report on an ACTION of an earlier meeting, given since the meeting before this one. */
export interface CarriedReportRow {
  text: string;
  /** Date of the meeting that gave the ACTION. */
  from: string;
  executive: boolean;
  owner: Owner | null;
  status: ActionStatus;
  note: string;
  by: string;
  at: string;
}

/** What stands beside the record of a meeting; instants are ISO strings, as JSON has them. */
export interface BesideRow {
  notes: NoteRow[];
  amendments: AmendmentRow[];
  approval: { at: string; in: string } | null;
  /** Which minutes were approved under which item. */
  approves: { itemId: number; date: string }[];
  reports: CarriedReportRow[];
  comments: MinutesCommentRow[];
  reviews: { personId: number; by: Named; at: string }[];
  /** When the record last changed. */
  changedAt: string | null;
}

const w = Prisma.sql`w`;

const notes = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('itemId', x."itemId", 'text', x."text",
    'version', x."version", 'at', x."writtenAt", 'by', ${namedSql(w)})), '[]')
  FROM "MinutesNote" x JOIN "Person" w ON w."id" = x."authorId" WHERE x."meetingId" = m."id")`;

const amendments = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', x."id", 'number', x."number",
    'visibility', x."visibility", 'itemId', x."itemId", 'lineId', x."lineId", 'text', x."text", 'was', x."was",
    'reason', x."reason", 'at', x."createdAt", 'by', ${namedSql(w)}) ORDER BY x."id"), '[]')
  FROM "MinutesAmendment" x JOIN "Person" w ON w."id" = x."authorId" WHERE x."meetingId" = m."id")`;

const comments = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', x."id", 'version', x."version",
    'parentId', x."parentId", 'itemId', x."itemId", 'authorId', x."authorId", 'author', ${namedSql(w)}, 'text', x."text",
    'at', x."createdAt", 'status', x."status", 'resolution', x."resolution",
    'resolvedBy', (SELECT k."name" FROM "Person" k WHERE k."id" = x."resolvedById")) ORDER BY x."id"), '[]')
  FROM "MinutesComment" x JOIN "Person" w ON w."id" = x."authorId" WHERE x."meetingId" = m."id")`;

const reviews = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('personId', w."id", 'by', ${namedSql(w)},
    'at', x."reviewedAt") ORDER BY x."reviewedAt"), '[]')
  FROM "MinutesReview" x JOIN "Person" w ON w."id" = x."personId" WHERE x."meetingId" = m."id")`;

/** The last report on each ACTION between the meeting before and the end of this one. */
const reports = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('text', z."text", 'from', z."from",
    'executive', z."executive", 'owner', z."owner", 'status', z."status", 'note', z."note", 'by', z."by",
    'at', z."createdAt") ORDER BY z."lineId"), '[]')
  FROM (SELECT DISTINCT ON (r."actionId") r."actionId" AS "lineId", l."text", o."date" AS "from", r."status", r."note",
      r."createdAt", w."name" AS "by", (i."visibility" = 'executive' OR i."section" = 'executive' OR p."visibility" = 'executive') IS TRUE AS "executive",
      CASE WHEN op."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', op."handle", 'name', op."name")
        WHEN ob."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', ob."handle", 'name', ob."name") END AS "owner"
    FROM "ActionReport" r JOIN "MinuteLine" l ON l."id" = r."actionId" JOIN "Meeting" o ON o."id" = l."meetingId"
      JOIN "AgendaItem" i ON i."id" = l."itemId" LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
      JOIN "Person" w ON w."id" = r."byId"
      LEFT JOIN "Person" op ON op."id" = l."ownerPersonId" LEFT JOIN "Body" ob ON ob."id" = l."ownerBodyId"
    WHERE r."createdAt" > before."at" AND r."createdAt" <= coalesce(m."adjournedAt", ${now()}::timestamptz)
      AND m."openedAt" IS NOT NULL AND ${bodyOfMeetingSql(Prisma.sql`o`)} = body."id"
    ORDER BY r."actionId", r."id" DESC) z)`;

const changing = [
  ...[
    "minutes.line_written",
    "minutes.line_changed",
    "minutes.line_edited",
    "minutes.line_struck",
    "minutes.line_restored",
  ],
  ...["minutes.action_assigned", "minutes.note_written", "minutes.note_removed"],
  ...["meeting.attendance_recorded", "decision.recorded"],
];

/** Everything that stands beside a meeting's record, whoever asks: with one query. Each reader's query takes away what they may not see. */
export async function readBeside(tx: Tx | typeof db, date: string): Promise<BesideRow | null> {
  const [row] = await tx.$queryRaw<{ beside: BesideRow }[]>(Prisma.sql`
    SELECT json_build_object('notes', ${notes}, 'amendments', ${amendments}, 'comments', ${comments},
      'reviews', ${reviews}, 'reports', ${reports},
      'approval', (SELECT json_build_object('at', x."approvedAt", 'in', k."date") FROM "MinutesApproval" x
        JOIN "AgendaItem" i ON i."id" = x."itemId" JOIN "Meeting" k ON k."id" = i."meetingId" WHERE x."meetingId" = m."id"),
      'approves', (SELECT coalesce(json_agg(json_build_object('itemId', x."itemId", 'date', k."date")), '[]')
        FROM "MinutesApproval" x JOIN "AgendaItem" i ON i."id" = x."itemId" JOIN "Meeting" k ON k."id" = x."meetingId"
        WHERE i."meetingId" = m."id"),
      'changedAt', (SELECT max(e."at") FROM "Event" e WHERE e."meetingId" = m."id" AND e."type" = ANY(${changing}))) AS beside
    FROM "Meeting" m, LATERAL (SELECT ${bodyOfMeetingSql(Prisma.sql`m`)} AS "id") body,
      LATERAL (SELECT coalesce(max(k."adjournedAt"), '-infinity') AS "at" FROM "Meeting" k
        WHERE k."status" = 'adjourned' AND k."startsAt" < m."startsAt" AND ${bodyOfMeetingSql(Prisma.sql`k`)} = body."id") before
    WHERE m."date" = ${date}`);
  return row?.beside ?? null;
}

/** The same of a meeting that the caller holds, and which is there. */
export async function heldBeside(tx: Tx, date: string): Promise<BesideRow> {
  const beside = await readBeside(tx, date);
  if (!beside) throw new Error(`the meeting of ${date} is held and not there`);
  return beside;
}
