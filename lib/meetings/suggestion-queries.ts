import { dayInWords } from "../calendar-date";
import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { env } from "../env";
import type { Actor } from "../workflow/actor";
import { mayRunMeetings } from "./policy";
import type { AgendaSection } from "./ui-text";

/** Something that waits to be put on an agenda, and why. */
export interface Suggestion {
  /** How the item remembers what it came from, so that it is suggested once. */
  source: string;
  kind: "minutes" | "action" | "returned" | "overdue" | "slot" | "bounced";
  section: AgendaSection;
  title: string;
  proposal: number | null;
  /** Handle of who would present it. */
  presenter: string | null;
  /** A date that the words of the kind speak of. */
  date: string | null;
}

/**
 * What the state of things puts on an agenda, for those who make it: the minutes of the last meeting, actions that are
 * due for report, proposals that came back for this date, splits that are overdue, and open requests for time. What
 * stands on an agenda already is left out. One query; at most 40.
 */
export async function listSuggestions(actor: Actor, meetingId: number): Promise<Suggestion[]> {
  if (!mayRunMeetings(actor)) return [];
  const overdue = new Date(now().getTime() - env().SPLIT_OVERDUE_DAYS * 86_400_000);
  const rows = await db.$queryRaw<Suggestion[]>(Prisma.sql`
    WITH m AS (SELECT * FROM "Meeting" WHERE "id" = ${meetingId} AND "status" IN ('planned', 'published'))
    (SELECT 'minutes:' || o."date" AS "source", 'minutes' AS "kind", 'previous_minutes' AS "section",
        '' AS "title", NULL::int AS "proposal", NULL AS "presenter", o."date"
      FROM m JOIN "Meeting" o ON o."date" < m."date" AND o."minutesStatus" = 'published'
      WHERE NOT EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."meetingId" = m."id" AND i."section" = 'previous_minutes' AND ${isThere})
        AND ${notYet(Prisma.sql`'minutes:' || o."date"`)}
      ORDER BY o."date" DESC LIMIT 1)
    UNION ALL
    (SELECT 'line:' || l."id", 'action', CASE WHEN s."visibility" = 'executive' THEN 'executive' ELSE 'ongoing' END,
        'Report: ' || left(l."text", 160), NULL, w."handle", l."dueOn"
      FROM m JOIN "MinuteLine" l ON l."kind" = 'action' AND l."dueOn" <= m."date" JOIN "AgendaItem" s ON s."id" = l."itemId"
        LEFT JOIN "Person" w ON w."id" = l."ownerPersonId"
      WHERE NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."minuteLineId" = l."id") AND ${notYet(Prisma.sql`'line:' || l."id"`)}
      ORDER BY l."dueOn", l."id" LIMIT 10)
    UNION ALL
    (SELECT 'proposal:' || p."number", 'returned', 'presentations', p."title", p."number", w."handle", o."date"
      FROM m JOIN "Decision" d ON d."nextMeetingId" = m."id" JOIN "Proposal" p ON p."id" = d."proposalId"
        JOIN "Person" w ON w."id" = p."authorId" LEFT JOIN "Meeting" o ON o."id" = d."meetingId"
      WHERE p."status" = 'discussion' AND ${offAgenda} ORDER BY p."number" LIMIT 10)
    UNION ALL
    (SELECT 'proposal:' || p."number", 'overdue', 'to_close', p."title", p."number", NULL, to_char(p."updatedAt", 'YYYY-MM-DD')
      FROM m JOIN "Proposal" p ON p."status" = 'splitting' AND p."updatedAt" < ${overdue}
      WHERE ${offAgenda} AND ${notYet(Prisma.sql`'proposal:' || p."number"`)} ORDER BY p."updatedAt" LIMIT 10)
    UNION ALL
    (SELECT 'ticket:' || t."number", 'bounced', CASE WHEN p."visibility" = 'executive' THEN 'executive' ELSE 'new' END,
        'T-' || t."number" || ': ' || t."title", NULL::int, w."handle", to_char(t."bouncedAt", 'YYYY-MM-DD')
      FROM m JOIN "Ticket" t ON t."status" = 'bounced' JOIN "Person" w ON w."id" = t."requesterId" LEFT JOIN "Proposal" p ON p."id" = t."proposalId"
      WHERE NOT EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."ticketId" = t."id" AND i."status" IN ('planned', 'open'))
      ORDER BY t."bouncedAt" LIMIT 10)
    UNION ALL
    (SELECT 'proposal:' || p."number", 'slot', 'presentations', p."title", p."number", w."handle", to_char(r."createdAt", 'YYYY-MM-DD')
      FROM m JOIN "SlotRequest" r ON r."status" IN ('requested', 'countered') JOIN "Proposal" p ON p."id" = r."proposalId"
        JOIN "Person" w ON w."id" = r."requestedById"
      ORDER BY r."createdAt" LIMIT 10)`);
  return rows.map((row) =>
    row.kind === "minutes" && row.date ? { ...row, title: `Minutes of ${dayInWords(row.date)}` } : row,
  );
}

const isThere = Prisma.sql`i."status" IN ('planned', 'open', 'done')`;
const offAgenda = Prisma.sql`NOT EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."proposalId" = p."id" AND i."status" IN ('planned', 'open'))`;

function notYet(source: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."sourceKey" = ${source} AND ${isThere})`;
}
