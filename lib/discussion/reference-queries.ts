import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { meetingStatusLabels } from "../meetings/ui-text";
import { type closedLabels, type statusLabels as proposalLabels, statusText } from "../proposals/ui-text";
import { visibleSql } from "../proposals/visibility";
import { statusLabels as ticketLabels } from "../tickets/ui-text";
import { ticketVisibleSql } from "../tickets/visibility";
import type { Actor } from "../workflow/actor";
import { outsideReference } from "./outside-links";
import {
  keyOfAddress,
  keyOfMeeting,
  keyOfProposal,
  keyOfQuestion,
  keyOfSource,
  keyOfTicket,
  type ReferenceTitle,
  type ReferenceTitles,
  type Wanted,
  wantedIn,
  wantsNothing,
  withTitles,
} from "./reference-titles";
import { questionLabels } from "./ui-text";

interface Found {
  proposals: {
    number: number;
    title: string;
    status: keyof typeof proposalLabels;
    closedAs: keyof typeof closedLabels | null;
    source: string | null;
    url: string | null;
  }[];
  questions: { proposal: number; number: number; text: string; status: keyof typeof questionLabels }[];
  tickets: { number: number; title: string; status: keyof typeof ticketLabels; url: string | null }[];
  meetings: { date: string; title: string; status: keyof typeof meetingStatusLabels }[];
}

/**
 * Titles and states of all that the texts of a page refer to, as far as this reader may see them: one query for the
 * page, none where nothing is referred to. What is behind a gate is as absent as what does not exist.
 */
export async function findReferenceTitles(actor: Actor, texts: readonly string[]): Promise<ReferenceTitles> {
  const wanted = wantedIn(texts);
  if (wantsNothing(wanted)) return new Map();
  const [row] = await readRows<Found>(titlesSql(actor, wanted));
  return row ? titlesOf(row) : new Map();
}

/** The texts of a page, each with the titles and states of what it refers to. */
export async function tellReferences(actor: Actor, texts: readonly string[]): Promise<string[]> {
  const titles = await findReferenceTitles(actor, texts);
  return texts.map((text) => withTitles(text, titles));
}

function titlesSql(actor: Actor, wanted: Wanted): Prisma.Sql {
  const { proposals, questions, tickets, meetings, sources, addresses } = wanted;
  const visible = visibleSql(actor);
  return Prisma.sql`SELECT
    (SELECT coalesce(json_agg(json_build_object('number', p."number", 'title', p."title", 'status', p."status",
        'closedAs', p."closedAs", 'source', p."sourceKey", 'url', p."sourceUrl")), '[]')
      FROM "Proposal" p WHERE (p."number" = ANY(${proposals}) OR p."sourceKey" = ANY(${sources})) AND ${visible}) AS "proposals",
    (SELECT coalesce(json_agg(json_build_object('proposal', p."number", 'number', q."number", 'text', q."text",
        'status', q."status")), '[]')
      FROM unnest(${questions.map(({ proposal }) => proposal)}::int[], ${questions.map(({ number }) => number)}::int[]) AS k(proposal, question)
        JOIN "Proposal" p ON p."number" = k.proposal JOIN "Question" q ON q."proposalId" = p."id" AND q."number" = k.question
      WHERE ${visible}) AS "questions",
    (SELECT coalesce(json_agg(json_build_object('number', t."number", 'title', t."title", 'status', t."status",
        'url', t."externalUrl") ORDER BY t."number" DESC), '[]')
      FROM "Ticket" t WHERE (t."number" = ANY(${tickets}) OR t."externalUrl" = ANY(${addresses})) AND ${ticketVisibleSql(actor)}) AS "tickets",
    (SELECT coalesce(json_agg(json_build_object('date', m."date", 'title', m."title", 'status', m."status")), '[]')
      FROM "Meeting" m WHERE m."date" = ANY(${meetings})) AS "meetings"`;
}

function titlesOf({ proposals, questions, tickets, meetings }: Found): ReferenceTitles {
  const titles = new Map<string, ReferenceTitle>();
  for (const { number, title, source, url, ...state } of proposals) {
    const told = { title, state: statusText(state).label, href: `/proposals/${number}` };
    titles.set(keyOfProposal(number), told);
    if (source) titles.set(keyOfSource(source), told);
    // By its own address: two trackers may each have a thread of that name.
    const address = url && outsideReference(url)?.url;
    if (address) titles.set(keyOfAddress(address), told);
  }
  for (const { proposal, number, text, status } of questions) {
    titles.set(keyOfQuestion(proposal, number), { title: text, state: questionLabels[status] });
  }
  for (const { number, title, status, url } of tickets) {
    const state = ticketLabels[status];
    titles.set(keyOfTicket(number), { title, state });
    if (url) titles.set(keyOfAddress(url), { title: `T-${number} ${title}`, state });
  }
  for (const { date, title, status } of meetings) {
    titles.set(keyOfMeeting(date), { title, state: meetingStatusLabels[status] });
  }
  return titles;
}
