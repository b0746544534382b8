import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { isCurrent } from "../materials/preread";
import { type MaterialShown, materialsJson, type Preread, prereadJson } from "../materials/queries";
import { type AskJson, type AskShown, askShown, asksJson } from "../proposals/ask-queries";
import { type Actor, personIdOf } from "../workflow/actor";
import type { Timed } from "./capacity";
import type { MeetingStatus } from "./machine";
import { type Outline, outlineOf } from "./outline";
import { countWords } from "./reading-load";
import type { AgendaSection } from "./ui-text";
import { itemVisibleSql } from "./visibility";

/** A proposal as somebody reads it who is to decide on it. */
export interface PrereadProposal {
  number: number;
  title: string;
  summary: string;
  status: string;
  revision: number;
  imported: boolean;
  author: { handle: string; name: string };
  sections: { key: string; markdown: string; html: string }[];
  asks: AskShown[];
  questions: { number: number; text: string }[];
  materials: MaterialShown[];
  preread: Preread;
  words: number;
  /** Whether this reader has marked its text as read as it is now. */
  isRead: boolean;
}

export interface PrereadItem extends Timed {
  id: number;
  section: AgendaSection;
  title: string;
  isBreak: boolean;
  presenter: { handle: string; name: string } | null;
  outline: Outline;
  note: string;
  proposal: PrereadProposal | null;
}

/** All that is to be read before a meeting, in the order of its agenda, as this actor may see it. */
export interface PrereadPack {
  date: string;
  title: string;
  startsAt: Date;
  timeZone: string;
  status: MeetingStatus;
  items: PrereadItem[];
}

type ProposalRow = Omit<PrereadProposal, "asks" | "words" | "isRead"> & { asks: AskJson[] };
type ItemRow = Omit<PrereadItem, "proposal" | "outline"> & { outline: unknown; proposal: ProposalRow | null };

const proposalJson = Prisma.sql`CASE WHEN p."id" IS NOT NULL THEN json_build_object('number', p."number", 'title', p."title",
  'summary', p."summary", 'status', p."status", 'revision', p."revision", 'imported', p."sourceKey" IS NOT NULL,
  'sections', p."sections", 'asks', ${asksJson}, 'materials', ${materialsJson}, 'preread', ${prereadJson},
  'author', (SELECT json_build_object('handle', w."handle", 'name', w."name") FROM "Person" w WHERE w."id" = p."authorId"),
  'questions', (SELECT coalesce(json_agg(json_build_object('number', q."number", 'text', q."text") ORDER BY q."number"), '[]')
    FROM "Question" q WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered'))) END`;

/** One query; null where no meeting is set on that date. */
export async function findPreread(actor: Actor, date: string): Promise<PrereadPack | null> {
  const [row] = await readRows<Omit<PrereadPack, "items"> & { items: ItemRow[] }>(Prisma.sql`
    SELECT m."date", m."title", m."startsAt", m."timeZone", m."status",
      (SELECT coalesce(json_agg(json_build_object('id', i."id", 'section', i."section", 'title', i."title",
          'isBreak', i."isBreak", 'presentMinutes', i."presentMinutes", 'qaMinutes', i."qaMinutes", 'outline', i."outline", 'note', i."note",
          'presenter', (SELECT json_build_object('handle', r."handle", 'name', r."name") FROM "Person" r WHERE r."id" = i."presenterId"),
          'proposal', ${proposalJson}) ORDER BY i."section", i."position", i."id"), '[]')
        FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
        WHERE i."meetingId" = m."id" AND i."status" IN ('planned', 'open', 'done') AND ${itemVisibleSql(actor)}) AS "items"
    FROM "Meeting" m WHERE m."date" = ${date}`);
  if (!row) return null;
  const own = personIdOf(actor);
  const items = row.items.map(({ outline, proposal, ...item }) => ({
    ...item,
    outline: outlineOf(outline),
    proposal: proposal && proposalShown(proposal, own),
  }));
  return { ...row, items };
}

function proposalShown({ asks, ...row }: ProposalRow, own: number | null): PrereadProposal {
  const texts = [
    row.title,
    row.summary,
    ...row.sections.map(({ markdown }) => markdown),
    ...asks.flatMap(({ text, rationale, acceptanceTest }) => [text, rationale, acceptanceTest]),
  ];
  const mark = row.preread.marks.find(({ personId }) => personId === own);
  return {
    ...row,
    asks: asks.map(askShown),
    words: countWords(texts.join(" ")),
    isRead: mark !== undefined && isCurrent(mark, { revision: row.revision, changedAt: null }),
  };
}

/** The items that this reader has not read: those with a proposal whose mark is not of its present text. */
export function unreadOf(items: readonly PrereadItem[]): PrereadItem[] {
  return items.filter(({ proposal }) => proposal && !proposal.isRead);
}
