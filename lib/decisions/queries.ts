import { now } from "../clock";
import { db, Prisma } from "../db/client";
import type { Owner } from "../people/queries";
import { wordsQuery } from "../search/word-queries";
import type { Actor } from "../workflow/actor";
import { ballotJson, ballotVisibleSql } from "./ballot-facts";
import type { BallotRow } from "./ballot-row";
import { type BallotShown, ballotShown } from "./ballot-shown";
import type { Outcome } from "./effects";
import type { DecisionFilter } from "./list-filter";
import { mayRecordDecision } from "./policy";
import type { methodLabels } from "./ui-text";
import { decisionVisibleSql } from "./visibility";

export interface DecisionShown {
  id: number;
  outcome: Outcome;
  method: keyof typeof methodLabels;
  text: string;
  decidedAt: string;
  recordedBy: string;
  /** The revision of the proposal that was decided on; null where nobody noted it. */
  revision: number | null;
  proposal: { number: number; title: string; revision: number; status: string } | null;
  /** Where it was on a ticket that needed the board. */
  ticket: { number: number; title: string } | null;
  /** Date of the meeting; null for a decision of the past, and for one by a ballot outside of a meeting. */
  meeting: string | null;
  minutesPublished: boolean;
  sourceUrl: string | null;
  reviewOn: string | null;
  nextMeeting: string | null;
  followUp: { handle: string; name: string } | null;
  conditions: { number: number; text: string; owner: Owner | null; dueOn: string | null }[];
  /** The ballot that led to it. */
  ballotId: number | null;
  /** The earlier decision that it corrects, and why. */
  corrects: number | null;
  correctionWhy: string;
  /** The later one that corrects it. */
  correctedBy: number | null;
}

/** A decision for row d, with its proposal p and its meeting m joined. */
const decisionJson = Prisma.sql`json_build_object('id', d."id", 'outcome', d."outcome", 'method', d."method",
  'text', d."text", 'decidedAt', d."decidedAt", 'sourceUrl', d."sourceUrl", 'reviewOn', d."reviewOn",
  'revision', d."revision", 'ballotId', d."ballotId", 'corrects', d."correctsId", 'correctionWhy', d."correctionWhy",
  'correctedBy', (SELECT l."id" FROM "Decision" l WHERE l."correctsId" = d."id"),
  'proposal', CASE WHEN p."id" IS NOT NULL THEN json_build_object('number', p."number", 'title', p."title", 'revision', p."revision", 'status', p."status") END,
  'ticket', (SELECT json_build_object('number', k."number", 'title', k."title") FROM "Ticket" k WHERE k."id" = d."ticketId"),
  'recordedBy', (SELECT w."name" FROM "Person" w WHERE w."id" = d."recordedById"),
  'meeting', m."date", 'minutesPublished', coalesce(m."minutesStatus" = 'published', false),
  'nextMeeting', (SELECT n."date" FROM "Meeting" n WHERE n."id" = d."nextMeetingId"),
  'followUp', (SELECT json_build_object('handle', f."handle", 'name', f."name") FROM "Person" f WHERE f."id" = d."followUpId"),
  'conditions', (SELECT coalesce(json_agg(json_build_object('number', c."number", 'text', c."text", 'dueOn', c."dueOn",
    'owner', CASE
      WHEN o."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', o."handle", 'name', o."name")
      WHEN b."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', b."handle", 'name', b."name") END)
    ORDER BY c."number"), '[]')
    FROM "Condition" c LEFT JOIN "Person" o ON o."id" = c."ownerPersonId" LEFT JOIN "Body" b ON b."id" = c."ownerBodyId"
    WHERE c."decisionId" = d."id"))`;

const decisionRows = Prisma.sql`"Decision" d LEFT JOIN "Proposal" p ON p."id" = d."proposalId" LEFT JOIN "Meeting" m ON m."id" = d."meetingId"`;

/**
 * What was decided on a proposal, the latest first: with one query. A decision on an executive item is not there
 * for the public, even where its proposal is.
 */
export async function listDecisions(actor: Actor, proposalNumber: number): Promise<DecisionShown[]> {
  const rows = await db.$queryRaw<{ decision: DecisionShown }[]>(Prisma.sql`
    SELECT ${decisionJson} AS decision FROM ${decisionRows}
    WHERE p."number" = ${proposalNumber} AND ${decisionVisibleSql(actor)} ORDER BY d."id" DESC`);
  return rows.map(({ decision }) => decision);
}

export interface DecisionPage extends DecisionShown {
  ballot: BallotShown | null;
  /** Tickets that came of it: what provenance leads to. */
  tickets: { number: number; title: string; status: string }[];
  item: { id: number; title: string } | null;
  mayCorrect: boolean;
}

/** One decision with the ballot that led to it and what it caused; null where there is none for this actor. */
export async function findDecision(actor: Actor, id: number): Promise<DecisionPage | null> {
  const [row] = await db.$queryRaw<
    { decision: Omit<DecisionPage, "ballot"> & { ballot: BallotRow | null } }[]
  >(Prisma.sql`
    SELECT (${decisionJson})::jsonb || jsonb_build_object(
      'ballot', (SELECT ${ballotJson} FROM "Ballot" b WHERE b."id" = d."ballotId" AND ${ballotVisibleSql(actor)}),
      'item', (SELECT json_build_object('id', i."id", 'title', i."title") FROM "AgendaItem" i WHERE i."id" = d."itemId"),
      'tickets', (SELECT coalesce(json_agg(json_build_object('number', t."number", 'title', t."title", 'status', t."status")
        ORDER BY t."number"), '[]') FROM "Ticket" t WHERE t."proposalId" = p."id" AND t."status" <> 'draft')) AS decision
    FROM ${decisionRows} WHERE d."id" = ${id} AND ${decisionVisibleSql(actor)}`);
  if (!row) return null;
  const { ballot, ...decision } = row.decision;
  return {
    ...decision,
    ballot: ballot && ballotShown(actor, ballot, now()),
    mayCorrect: mayRecordDecision(actor) && decision.correctedBy === null && decision.proposal !== null,
  };
}

const perPage = 20;

export interface DecisionList {
  items: DecisionShown[];
  nextCursor?: number;
}

/** The board's decisions, the latest first, narrowed by subject, year, outcome and words: one query. */
export async function listAllDecisions(
  actor: Actor,
  filter: DecisionFilter,
  size = perPage,
): Promise<DecisionList> {
  const rows = await db.$queryRaw<{ decision: DecisionShown }[]>(Prisma.sql`
    SELECT ${decisionJson} AS decision FROM ${decisionRows}
    WHERE ${decisionVisibleSql(actor)} AND ${conditionOf(filter)}
    ORDER BY d."decidedAt" DESC, d."id" DESC LIMIT ${size + 1}`);
  const items = rows.slice(0, size).map(({ decision }) => decision);
  const last = items.at(-1);
  return { items, ...(rows.length > size && last && { nextCursor: last.id }) };
}

function conditionOf({ outcome, year, sig, q, due, cursor }: DecisionFilter): Prisma.Sql {
  const conditions = [
    outcome && Prisma.sql`d."outcome"::text = ${outcome}`,
    year &&
      Prisma.sql`d."decidedAt" >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'UTC')
      AND d."decidedAt" < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, 'UTC')`,
    sig && Prisma.sql`p."sigId" = (SELECT g."id" FROM "Body" g WHERE g."handle" = ${sig})`,
    q && Prisma.sql`(d."search" @@ ${wordsQuery(q)} OR p."search" @@ ${wordsQuery(q)})`,
    due &&
      Prisma.sql`d."reviewOn" IS NOT NULL AND d."reviewOn" <= ${now().toISOString().slice(0, 10)}
      AND NOT EXISTS (SELECT 1 FROM "Decision" l WHERE l."correctsId" = d."id")`,
    cursor &&
      Prisma.sql`(d."decidedAt", d."id") < (SELECT z."decidedAt", z."id" FROM "Decision" z WHERE z."id" = ${cursor})`,
  ].filter((condition): condition is Prisma.Sql => Boolean(condition));
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

/** The years in which this actor can see that something was decided, the latest first. */
export async function listDecisionYears(actor: Actor): Promise<number[]> {
  const rows = await db.$queryRaw<{ year: number }[]>(Prisma.sql`
    SELECT DISTINCT extract(year FROM d."decidedAt" AT TIME ZONE 'UTC')::int AS "year"
    FROM "Decision" d LEFT JOIN "Proposal" p ON p."id" = d."proposalId" WHERE ${decisionVisibleSql(actor)} ORDER BY 1 DESC`);
  return rows.map(({ year }) => year);
}
