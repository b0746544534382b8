import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { type Actor, personIdOf, readsExecutive } from "../workflow/actor";
import { type HistorySentence, sentenceOf } from "../workflow/history";

/** An agenda as it was published, with what was changed afterwards until the meeting began. */
export interface Edition {
  date: string;
  title: string;
  publishedAt: Date;
  markdown: string;
  /** Rendered and sanitized when it was published. */
  html: string;
  changes: (HistorySentence & { id: string; at: string })[];
}

interface EditionRow extends Omit<Edition, "changes"> {
  changes: (Parameters<typeof sentenceOf>[0] & { id: string; at: string })[];
}

/** One query; null where no meeting is set on that date, or its agenda was not published. */
export async function findEdition(actor: Actor, date: string): Promise<Edition | null> {
  const text = readsExecutive(actor)
    ? Prisma.sql`d."boardMarkdown" AS "markdown", d."boardHtml" AS "html"`
    : Prisma.sql`d."publicMarkdown" AS "markdown", d."publicHtml" AS "html"`;
  const [row] = await readRows<EditionRow>(Prisma.sql`
    SELECT m."date", m."title", d."publishedAt", ${text},
      (SELECT coalesce(json_agg(json_build_object('id', e."id"::text, 'at', e."at", 'type', e."type", 'data', e."data",
          'onBehalfOf', e."onBehalfOf", 'meetingDate', m."date", 'actorName', w."name") ORDER BY e."id"), '[]')
        FROM "Event" e LEFT JOIN "Person" w ON w."id" = e."actorId" LEFT JOIN "Proposal" p ON p."id" = e."proposalId"
        WHERE e."meetingId" = m."id" AND e."at" > d."publishedAt" AND (m."openedAt" IS NULL OR e."at" < m."openedAt")
          AND e."type" = ANY(${changes}) AND ${eventVisibleSql(actor)}) AS "changes"
    FROM "Meeting" m JOIN "AgendaEdition" d ON d."meetingId" = m."id" WHERE m."date" = ${date}`);
  if (!row) return null;
  return { ...row, changes: row.changes.map(({ id, at, ...event }) => ({ id, at, ...sentenceOf(event) })) };
}

/** What changes an agenda that is out. */
const changes = [
  "agenda_item.planned",
  "agenda_item.outlined",
  "agenda_item.reordered",
  "agenda_item.handed_over",
  "agenda_item.changed",
  "agenda_item.pulled",
  "agenda_item.withdrawn",
  "agenda_item.carried",
  "meeting.moved",
  "meeting.changed",
];

/** Executive events are for who reads executive items, and for the author of the proposal that they are about. */
function eventVisibleSql(actor: Actor): Prisma.Sql {
  if (readsExecutive(actor)) return Prisma.sql`true`;
  return Prisma.sql`(e."visibility" = 'public' OR p."authorId" = ${personIdOf(actor) ?? 0})`;
}
