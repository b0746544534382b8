import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { commentVisibleSql } from "../discussion/visibility";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type AskJson, type AskShown, askShown, asksJson } from "./ask-queries";
import { type ProposalFacts, type ProposalStatus, proposalMachine } from "./machine";
import { mayRevise } from "./policy";
import type { Readiness } from "./readiness";
import { type ReadinessRow, readinessFrom, readinessJson } from "./readiness-queries";
import type { closedLabels } from "./ui-text";
import { visibleSql } from "./visibility";

interface Named {
  handle: string;
  name: string;
}

/** What stands above every page of a proposal. */
export interface ProposalHead {
  id: number;
  number: number;
  title: string;
  summary: string;
  status: ProposalStatus;
  closedAs: keyof typeof closedLabels | null;
  visibility: "public" | "executive";
  version: number;
  revision: number;
  carryCount: number;
  imported: boolean;
  sourceUrl: string | null;
  authorId: number;
  author: Named;
  coAuthors: (Named & { id: number })[];
  sig: Named | null;
  createdAt: string;
  publishedAt: string | null;
  closedAt: string | null;
  /** The first time each status was entered, and by whom: from the events. */
  journey: { status: ProposalStatus; at: string; by: string | null }[];
  meeting: { date: string; startsAt: string } | null;
  /** How far the negotiation of time is; null where none is open. */
  openSlot: "requested" | "offered" | "countered" | null;
  counts: {
    comments: number;
    questions: number;
    openQuestions: number;
    concerns: number;
    openConcerns: number;
    materials: number;
    tickets: number;
    openTickets: number;
    candidates: number;
  };
  /** Absent once the board has decided. */
  readiness: Readiness | null;
  facts: ProposalFacts;
  moves: AllowedMove[];
}

type HeadRow = Omit<ProposalHead, "facts" | "moves" | "readiness"> & {
  readinessFacts: ReadinessRow | null;
  asks: { number: number; owned: boolean; placed: boolean }[];
  openQuestions: { number: number; placed: boolean }[];
  conditions: { number: number; placed: boolean }[];
  actions: { number: number; placed: boolean }[];
  followUps: { number: number; placed: boolean }[];
};

/** One query for all of it; null where there is no such proposal, or not for this actor. */
export async function findProposalHead(actor: Actor, number: number): Promise<ProposalHead | null> {
  const [row] = await readRows<{ head: HeadRow }>(Prisma.sql`
    SELECT json_build_object(
      'id', p."id", 'number', p."number", 'title', p."title", 'summary', p."summary", 'status', p."status",
      'closedAs', p."closedAs", 'visibility', p."visibility", 'version', p."version", 'revision', p."revision",
      'carryCount', p."carryCount", 'imported', p."sourceKey" IS NOT NULL, 'sourceUrl', p."sourceUrl",
      'authorId', p."authorId", 'createdAt', p."createdAt", 'publishedAt', p."publishedAt", 'closedAt', p."closedAt",
      'author', (SELECT json_build_object('handle', a."handle", 'name', a."name") FROM "Person" a WHERE a."id" = p."authorId"),
      'coAuthors', (SELECT coalesce(json_agg(json_build_object('id', w."id", 'handle', w."handle", 'name', w."name") ORDER BY k."createdAt", w."id"), '[]')
          FROM "CoAuthor" k JOIN "Person" w ON w."id" = k."personId" WHERE k."proposalId" = p."id" AND k."personId" <> p."authorId"),
      'sig', (SELECT json_build_object('handle', b."handle", 'name', b."name") FROM "Body" b WHERE b."id" = p."sigId"),
      'journey', (SELECT coalesce(json_agg(json_build_object('status', j."to", 'at', j."at", 'by', j."by")), '[]') FROM (
          SELECT DISTINCT ON (e."data"->>'to') e."data"->>'to' AS "to", e."at", w."name" AS "by"
          FROM "Event" e LEFT JOIN "Person" w ON w."id" = e."actorId"
          WHERE e."subject" = 'proposal' AND e."subjectId" = p."id" AND e."data" ? 'to'
          ORDER BY e."data"->>'to', e."id" DESC) j),
      'meeting', (SELECT json_build_object('date', m."date", 'startsAt', m."startsAt")
          FROM "AgendaItem" i JOIN "Meeting" m ON m."id" = i."meetingId"
          WHERE i."proposalId" = p."id" AND i."status" IN ('planned', 'open') LIMIT 1),
      'openSlot', (SELECT r."status" FROM "SlotRequest" r
          WHERE r."proposalId" = p."id" AND r."status" IN ('requested', 'offered', 'countered')),
      'counts', json_build_object(
        'comments', (SELECT count(*) FROM "Comment" c WHERE c."proposalId" = p."id" AND ${commentVisibleSql(actor)}),
        'questions', (SELECT count(*) FROM "Question" q WHERE q."proposalId" = p."id"),
        'openQuestions', (SELECT count(*) FROM "Question" q WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered') AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id" AND z."disposition" <> 'answered')),
        'concerns', (SELECT count(*) FROM "Concern" c WHERE c."proposalId" = p."id"),
        'openConcerns', (SELECT count(*) FROM "Concern" c WHERE c."proposalId" = p."id" AND c."status" IN ('open', 'addressed')),
        'materials', (SELECT count(*) FROM "Material" m WHERE m."proposalId" = p."id" AND m."removedAt" IS NULL),
        'candidates', (SELECT count(*) FROM "QuestionCandidate" q WHERE q."proposalId" = p."id" AND q."status" = 'offered'),
        'tickets', (SELECT count(*) FROM "Ticket" t WHERE t."proposalId" = p."id"),
        'openTickets', (SELECT count(*) FROM "Ticket" t WHERE t."proposalId" = p."id" AND t."status" NOT IN ('done', 'declined', 'duplicate'))),
      'readinessFacts', ${readinessJson()},
      'asks', (SELECT coalesce(json_agg(json_build_object('number', a."number",
          'owned', num_nonnulls(a."ownerPersonId", a."ownerBodyId", a."ownerRole") > 0,
          'placed', EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."askId" = a."id")) ORDER BY a."number"), '[]')
          FROM "Ask" a WHERE a."proposalId" = p."id"),
      'openQuestions', (SELECT coalesce(json_agg(json_build_object('number', q."number",
          'placed', EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."questionId" = q."id" AND s."disposition" <> 'answered')) ORDER BY q."number"), '[]')
          FROM "Question" q WHERE q."proposalId" = p."id" AND q."status" IN ('open', 'unanswered')),
      'conditions', (SELECT coalesce(json_agg(json_build_object('number', c."number",
          'placed', EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."conditionId" = c."id")) ORDER BY c."number"), '[]')
          FROM "Condition" c JOIN "Decision" d ON d."id" = c."decisionId" WHERE d."proposalId" = p."id"),
      'actions', (SELECT coalesce(json_agg(json_build_object('number', l."number",
          'placed', EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."minuteLineId" = l."id")) ORDER BY l."number"), '[]')
          FROM (SELECT l."id", row_number() OVER (ORDER BY l."id") AS "number" FROM "MinuteLine" l JOIN "AgendaItem" i ON i."id" = l."itemId"
            WHERE i."proposalId" = p."id" AND i."visibility" = 'public' AND l."kind" = 'action') l),
      'followUps', (SELECT coalesce(json_agg(json_build_object('number', f."number",
          'placed', EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."followUpId" = f."id")) ORDER BY f."number"), '[]')
          FROM "FollowUp" f WHERE f."proposalId" = p."id" AND f."unmarkedAt" IS NULL)
    ) AS head
    FROM "Proposal" p WHERE p."number" = ${number} AND ${visibleSql(actor)}`);
  return row ? headOf(actor, row.head) : null;
}

function headOf(actor: Actor, row: HeadRow): ProposalHead {
  const { asks, openQuestions, conditions, actions, followUps, readinessFacts, ...head } = row;
  const facts: ProposalFacts = {
    status: head.status,
    authorId: head.authorId,
    coAuthorIds: head.coAuthors.map(({ id }) => id),
    imported: head.imported,
    title: head.title,
    summary: head.summary,
    askCount: asks.length,
    asksWithoutOwner: asks.filter((ask) => !ask.owned).map((ask) => ask.number),
    unaccounted: [
      ...unplaced("ask", asks),
      ...unplaced("question", openQuestions),
      ...unplaced("condition", conditions),
      ...unplaced("action", actions),
      ...unplaced("follow-up", followUps),
    ],
    openTickets: head.counts.openTickets,
  };
  const mayWrite = mayRevise(actor, facts).ok;
  const readiness = readinessFrom(readinessFacts, { number: head.number, mayWrite });
  return { ...head, readiness, facts, moves: allowedMoves(proposalMachine, actor, facts) };
}

function unplaced(what: string, things: { number: number; placed: boolean }[]): string[] {
  return things.filter((thing) => !thing.placed).map((thing) => `${what} ${thing.number}`);
}

export interface ProposalText {
  sections: { key: string; html: string; markdown: string }[];
  asks: AskShown[];
}

/** The sections and asks of a proposal that the caller has found by `findProposalHead`. */
export async function findProposalText(head: Pick<ProposalHead, "id">): Promise<ProposalText> {
  const [row] = await readRows<{ text: { sections: ProposalText["sections"]; asks: AskJson[] } }>(Prisma.sql`
    SELECT json_build_object('sections', p."sections", 'asks', ${asksJson}) AS text
    FROM "Proposal" p WHERE p."id" = ${head.id}`);
  return { sections: row?.text.sections ?? [], asks: row?.text.asks.map(askShown) ?? [] };
}
