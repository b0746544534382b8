import { db, Prisma } from "../db/client";
import type { Party } from "../people/queries";
import { visibleSql } from "../proposals/visibility";
import { ticketVisibleSql } from "../tickets/visibility";
import { type Actor, personIdOf } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { askedRoleName, owedBySql, type RoleProgress } from "./debt-queries";
import { type QuestionFacts, type QuestionStatus, questionMachine } from "./machine";
import { partiesSql, questionJson } from "./timeline-queries";
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
  of: Party;
  /** Whose answer came first. */
  answeredBy: Named | null;
  /** How many answers stand. */
  answers: number;
  /** Of a role's question; null where it was asked of a person or a body. */
  progress: RoleProgress | null;
  /** When the asker said that it is answered. */
  acceptedAt: string | null;
  /** What the split of its proposal made of it; null where it is not placed. */
  settled: Settled | null;
}

/** An answer that stands, or that was set aside when the question was opened again. */
export interface AnswerLine {
  by: Named;
  at: string;
  commentId: number | null;
  /** Null where a revision answers without a word, and for what was set aside. */
  html: string | null;
  revision: number | null;
}

export interface QuestionLine extends AskedQuestion {
  id: number;
  version: number;
  at: string;
  commentId: number | null;
  /** The first 30 that stand, the oldest first. */
  given: AnswerLine[];
  /** The first 10 that stood before it was opened again. */
  setAside: AnswerLine[];
  moves: AllowedMove[];
}

interface QuestionRow {
  id: number;
  version: number;
  at: Date;
  commentId: number | null;
  question: AskedQuestion;
  given: AnswerLine[];
  setAside: AnswerLine[];
  parties: Omit<QuestionFacts, "status">;
}

/** Every question of a proposal by number: its state, who owes what, the answer, and what this actor may do. */
export async function listQuestions(actor: Actor, proposalId: number): Promise<QuestionLine[]> {
  return listFrom(
    actor,
    Prisma.sql`'authorId', p."authorId",
        'coAuthorIds', ARRAY(SELECT k."personId" FROM "CoAuthor" k WHERE k."proposalId" = p."id")`,
    Prisma.sql`"Question" q JOIN "Proposal" p ON p."id" = q."proposalId" ${partiesSql}
    WHERE q."proposalId" = ${proposalId} AND ${visibleSql(actor)}`,
  );
}

/** The same of a ticket. */
export async function listTicketQuestions(actor: Actor, ticketId: number): Promise<QuestionLine[]> {
  return listFrom(
    actor,
    Prisma.sql`'authorId', t."requesterId", 'coAuthorIds', array_remove(ARRAY[t."ownerPersonId"], NULL)`,
    Prisma.sql`"Question" q JOIN "Ticket" t ON t."id" = q."ticketId" ${partiesSql}
    WHERE q."ticketId" = ${ticketId} AND ${ticketVisibleSql(actor)}`,
  );
}

async function listFrom(actor: Actor, answerers: Prisma.Sql, from: Prisma.Sql): Promise<QuestionLine[]> {
  const rows = await db.$queryRaw<QuestionRow[]>(Prisma.sql`
    SELECT q."id", q."version", q."createdAt" AS "at", q."commentId", ${questionJson} AS "question",
      ${answersSql(true, 30)} AS "given", ${answersSql(false, 10)} AS "setAside",
      json_build_object('askedById', q."askedById", 'askedOfPersonId', q."askedOfPersonId",
        'askedOfBodyId', q."askedOfBodyId", 'askedOfRole', q."askedOfRole", ${answerers},
        'answeredIds', ARRAY(SELECT g."personId" FROM "QuestionAnswer" g WHERE g."questionId" = q."id" AND g."setAsideAt" IS NULL),
        'isAccepted', q."acceptedAt" IS NOT NULL) AS "parties"
    FROM ${from} ORDER BY q."number"`);
  return rows.map(({ question, parties, at, ...row }) => ({
    ...row,
    ...question,
    at: at.toISOString(),
    moves: allowedMoves(questionMachine, actor, { ...parties, status: question.status }),
  }));
}

function answersSql(stand: boolean, atMost: number): Prisma.Sql {
  const which = stand ? Prisma.sql`g."setAsideAt" IS NULL` : Prisma.sql`g."setAsideAt" IS NOT NULL`;
  const text = stand ? Prisma.sql`c."html"` : Prisma.sql`NULL`;
  return Prisma.sql`(SELECT coalesce(json_agg(a."line"), '[]') FROM (
    SELECT json_build_object('by', json_build_object('handle', w."handle", 'name', w."name"), 'at', g."createdAt",
      'commentId', g."commentId", 'html', ${text}, 'revision', g."revision") AS "line"
    FROM "QuestionAnswer" g JOIN "Person" w ON w."id" = g."personId" LEFT JOIN "Comment" c ON c."id" = g."commentId"
    WHERE g."questionId" = q."id" AND ${which} ORDER BY g."id" LIMIT ${atMost}) a)`;
}

export interface OwedQuestion {
  /** The number of the proposal or of the ticket that it was asked on. */
  proposal: number | null;
  ticket: number | null;
  title: string;
  number: number;
  text: string;
  status: "open" | "unanswered";
  askedBy: string;
  /** Absent where it is owed by the person; else the name of their body, or of the role that they hold. */
  body: string | null;
  at: Date;
}

/** What this person, a body whose duties they share or a role that they hold still has to answer; the oldest first, at most 50. */
export async function listOwedBy(actor: Actor): Promise<OwedQuestion[]> {
  if (personIdOf(actor) === null) return [];
  return db.$queryRaw<OwedQuestion[]>(Prisma.sql`
    SELECT p."number" AS "proposal", t."number" AS "ticket", coalesce(p."title", t."title") AS "title", q."number", q."text", q."status", a."name" AS "askedBy",
      coalesce(b."name", ${askedRoleName}) AS "body", q."createdAt" AS "at"
    FROM "Question" q JOIN "Person" a ON a."id" = q."askedById" LEFT JOIN "Body" b ON b."id" = q."askedOfBodyId"
      LEFT JOIN "Proposal" p ON p."id" = q."proposalId" AND p."status" <> 'closed' AND ${visibleSql(actor)}
      LEFT JOIN "Ticket" t ON t."id" = q."ticketId" AND ${ticketVisibleSql(actor)}
    WHERE (p."id" IS NOT NULL OR t."id" IS NOT NULL) AND ${owedBySql(actor)}
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
