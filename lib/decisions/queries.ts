import { db, Prisma } from "../db/client";
import type { Owner } from "../people/queries";
import { visibleSql } from "../proposals/visibility";
import { type Actor, readsExecutive } from "../workflow/actor";
import type { Outcome } from "./effects";
import type { methodLabels } from "./ui-text";

export interface DecisionShown {
  id: number;
  outcome: Outcome;
  method: keyof typeof methodLabels;
  text: string;
  decidedAt: string;
  recordedBy: string;
  /** The revision of the proposal that was decided on; null where nobody noted it. */
  revision: number | null;
  proposal: { number: number; revision: number };
  /** Date of the meeting; null for a decision of the past. */
  meeting: string | null;
  minutesPublished: boolean;
  sourceUrl: string | null;
  reviewOn: string | null;
  nextMeeting: string | null;
  followUp: { handle: string; name: string } | null;
  conditions: { number: number; text: string; owner: Owner | null; dueOn: string | null }[];
}

/**
 * What was decided on a proposal, the latest first: with one query. A decision on an executive item is not there
 * for the public, even where its proposal is.
 */
export async function listDecisions(actor: Actor, proposalNumber: number): Promise<DecisionShown[]> {
  const public_ = readsExecutive(actor)
    ? Prisma.sql`true`
    : Prisma.sql`NOT EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."id" = d."itemId"
        AND (i."visibility" = 'executive' OR i."section" = 'executive'))`;
  const [row] = await db.$queryRaw<{ decisions: DecisionShown[] }[]>(Prisma.sql`
    SELECT coalesce(json_agg(json_build_object('id', d."id", 'outcome', d."outcome", 'method', d."method",
      'text', d."text", 'decidedAt', d."decidedAt", 'sourceUrl', d."sourceUrl", 'reviewOn', d."reviewOn",
      'revision', d."revision", 'proposal', json_build_object('number', p."number", 'revision', p."revision"),
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
        WHERE c."decisionId" = d."id")) ORDER BY d."id" DESC), '[]') AS decisions
    FROM "Decision" d JOIN "Proposal" p ON p."id" = d."proposalId" LEFT JOIN "Meeting" m ON m."id" = d."meetingId"
    WHERE p."number" = ${proposalNumber} AND ${visibleSql(actor)} AND ${public_}`);
  return row?.decisions ?? [];
}
