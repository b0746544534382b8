import { db, Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Owner } from "../people/queries";
import { visibleSql } from "../proposals/visibility";
import { type Actor, personIdOf } from "../workflow/actor";
import { sentenceOf } from "../workflow/history";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type QuestionFacts, type QuestionStatus, questionMachine } from "./machine";
import { bodiesOfDuty, mayEditComment } from "./policy";
import { partiesSql, questionJson, type TimelineCut, timelineSql } from "./timeline-queries";
import type { Settled } from "./ui-text";

interface Named {
  handle: string;
  name: string;
}

export interface AskedQuestion {
  number: number;
  text: string;
  status: QuestionStatus;
  askedBy: Named;
  of: Owner;
  answeredBy: Named | null;
  /** What the split of its proposal made of it; null where it is not placed. */
  settled: Settled | null;
}

export interface TalkComment {
  kind: "comment";
  id: number;
  at: string;
  author: Named;
  html: string;
  editedAt: string | null;
  mayEdit: boolean;
  asked: AskedQuestion[];
  /** Numbers of the questions that it answers. */
  answered: number[];
}

export interface TalkEvent {
  kind: "event";
  id: string;
  at: string;
  who: string;
  sentence: string;
  why?: string;
}

export interface TimelinePart {
  entries: (TalkComment | TalkEvent)[];
  /** `before` of the part with what was said earlier; absent where there is none. */
  older?: number;
  /** `before` of the part with what was said later; 0 is the newest part; absent where this is the newest. */
  newer?: number;
}

interface PartRow {
  comments: (Omit<TalkComment, "kind" | "mayEdit"> & { authorId: number })[];
  events: (Parameters<typeof sentenceOf>[0] & { id: string; at: string })[];
  hasOlder: boolean;
  newer: number | null;
}

export const commentsPerPart = 20;

/** A part of a proposal's discussion: 20 comments, the latest unless told, and what happened between them. */
export async function listTimeline(
  actor: Actor,
  proposalId: number,
  cut: TimelineCut = {},
): Promise<TimelinePart> {
  const [row] = await readRows<PartRow>(timelineSql(actor, proposalId, cut, commentsPerPart));
  if (!row) return { entries: [] };
  const comments = row.comments.map(({ authorId, ...comment }): TalkComment => {
    return { ...comment, kind: "comment", mayEdit: mayEditComment(actor, { authorId }) };
  });
  const events = row.events.map(({ id, at, ...event }): TalkEvent => {
    return { kind: "event", id, at, ...sentenceOf(event) };
  });
  const first = comments[0];
  return {
    entries: [...comments, ...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    ...(row.hasOlder && first && { older: first.id }),
    ...(row.newer !== null && { newer: row.newer }),
  };
}

export interface QuestionLine extends AskedQuestion {
  id: number;
  version: number;
  at: string;
  commentId: number | null;
  answer: { commentId: number; html: string; at: string } | null;
  moves: AllowedMove[];
}

interface QuestionRow {
  id: number;
  version: number;
  at: Date;
  commentId: number | null;
  question: AskedQuestion;
  answer: QuestionLine["answer"];
  parties: Omit<QuestionFacts, "status">;
}

/** Every question of a proposal by number: its state, who owes what, the answer, and what this actor may do. */
export async function listQuestions(actor: Actor, proposalId: number): Promise<QuestionLine[]> {
  const rows = await db.$queryRaw<QuestionRow[]>(Prisma.sql`
    SELECT q."id", q."version", q."createdAt" AS "at", q."commentId", ${questionJson} AS "question",
      CASE WHEN qc."id" IS NULL THEN NULL ELSE
        json_build_object('commentId', qc."id", 'html', qc."html", 'at', qc."createdAt") END AS "answer",
      json_build_object('askedById', q."askedById", 'askedOfPersonId', q."askedOfPersonId",
        'askedOfBodyId', q."askedOfBodyId", 'proposalAuthorId', p."authorId") AS "parties"
    FROM "Question" q JOIN "Proposal" p ON p."id" = q."proposalId" ${partiesSql}
    WHERE q."proposalId" = ${proposalId} AND ${visibleSql(actor)} ORDER BY q."number"`);
  return rows.map(({ question, parties, at, ...row }) => ({
    ...row,
    ...question,
    at: at.toISOString(),
    moves: allowedMoves(questionMachine, actor, { ...parties, status: question.status }),
  }));
}

export interface OwedQuestion {
  proposal: number;
  title: string;
  number: number;
  text: string;
  status: "open" | "unanswered";
  askedBy: string;
  /** Absent where it is owed by the person; else the name of their body. */
  body: string | null;
  at: Date;
}

/** What this person, or a body whose duties they share, still has to answer; the oldest first, at most 50. */
export async function listOwedBy(actor: Actor): Promise<OwedQuestion[]> {
  const personId = personIdOf(actor);
  if (personId === null) return [];
  return db.$queryRaw<OwedQuestion[]>(Prisma.sql`
    SELECT p."number" AS "proposal", p."title", q."number", q."text", q."status", a."name" AS "askedBy",
      b."name" AS "body", q."createdAt" AS "at"
    FROM "Question" q JOIN "Proposal" p ON p."id" = q."proposalId" JOIN "Person" a ON a."id" = q."askedById"
      LEFT JOIN "Body" b ON b."id" = q."askedOfBodyId"
    WHERE q."status" IN ('open', 'unanswered') AND p."status" <> 'closed' AND ${visibleSql(actor)}
      AND NOT EXISTS (SELECT 1 FROM "SplitEntry" z WHERE z."questionId" = q."id")
      AND (q."askedOfPersonId" = ${personId} OR q."askedOfBodyId" = ANY(${bodiesOfDuty(actor)}))
    ORDER BY q."createdAt", q."id" LIMIT 50`);
}

export interface CandidateLine {
  id: number;
  sentence: string;
  commentId: number | null;
  author: Named;
}

/** Sentences that an import offered and nobody has judged yet, the first 100 in the order of the thread. */
export async function listCandidates(actor: Actor, proposalId: number): Promise<CandidateLine[]> {
  return db.$queryRaw<CandidateLine[]>(Prisma.sql`
    SELECT k."id", k."sentence", k."commentId", json_build_object('handle', w."handle", 'name', w."name") AS "author"
    FROM "QuestionCandidate" k JOIN "Proposal" p ON p."id" = k."proposalId"
      LEFT JOIN "Comment" c ON c."id" = k."commentId" JOIN "Person" w ON w."id" = coalesce(c."authorId", p."authorId")
    WHERE k."proposalId" = ${proposalId} AND k."status" = 'offered' AND ${visibleSql(actor)}
    ORDER BY k."id" LIMIT 100`);
}

export interface OwnComment {
  id: number;
  markdown: string;
  proposal: number | null;
  ticket: number | null;
}

/** One's own comment, to change it; null where it is somebody else's, or on what one may not see. */
export async function findOwnComment(actor: Actor, id: number): Promise<OwnComment | null> {
  const [row] = await db.$queryRaw<OwnComment[]>(Prisma.sql`
    SELECT c."id", c."markdown", p."number" AS "proposal", t."number" AS "ticket"
    FROM "Comment" c LEFT JOIN "Ticket" t ON t."id" = c."ticketId"
      LEFT JOIN "Proposal" p ON p."id" = coalesce(c."proposalId", t."proposalId")
    WHERE c."id" = ${id} AND c."authorId" = ${personIdOf(actor) ?? 0} AND (p."id" IS NULL OR ${visibleSql(actor)})`);
  return row ?? null;
}
