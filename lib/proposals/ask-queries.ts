import { Prisma } from "../db/client";
import { type Party, partyOf } from "../people/queries";
import { groupsOf } from "../people/role-groups";
import { type Actor, personIdOf } from "../workflow/actor";
import type { ConsentState } from "./consent-machine";
import { bodiesSpokenFor } from "./consent-policy";
import type { AskOwner } from "./content";
import type { askKindLabels, askSizeLabels } from "./ui-text";
import { visibleSql } from "./visibility";

/** An ask as the proposal's page, its form and its readiness see it. */
export interface AskShown {
  id: number;
  number: number;
  version: number;
  kind: keyof typeof askKindLabels;
  text: string;
  rationale: string;
  acceptanceTest: string;
  size: keyof typeof askSizeLabels | null;
  owner: Party | null;
  ownerIds: AskOwner;
  /** What the board is asked to decide, it decides in a meeting: nobody confirms it beforehand. */
  boardDecides: boolean;
  consent: {
    state: ConsentState;
    by: { handle: string; name: string } | null;
    at: string | null;
    /** Why it was declined, where that was said. */
    reason: string | null;
    /** The revision that was consented to, where the ask says something else by now. */
    changedSince: number | null;
  };
  placed: boolean;
}

/** What the database gives of an ask: a role is only a name there. */
export type AskJson = Omit<AskShown, "owner"> & {
  person: { handle: string; name: string } | null;
  body: { handle: string; name: string } | null;
};

/** Consent in a draft speaks of what is published as revision 1. */
const consentedText = Prisma.sql`(SELECT x."number" FROM "ProposalRevision" x, jsonb_array_elements(x."asks") e
  WHERE x."proposalId" = a."proposalId" AND x."number" = greatest(a."consentRevision", 1)
    AND (e->>'number')::int = a."number" AND (e->>'text' <> a."text" OR e->>'acceptanceTest' <> a."acceptanceTest"))`;

const whyDeclined = Prisma.sql`(SELECT v."data"->>'reason' FROM "Event" v
  WHERE v."subject" = 'ask' AND v."subjectId" = a."id" AND v."type" = 'ask.declined' ORDER BY v."id" DESC LIMIT 1)`;

/** The asks of the proposal p, in their order, as one JSON value. */
export const asksJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', a."id", 'number', a."number", 'version', a."version",
    'kind', a."kind", 'text', a."text", 'rationale', a."rationale", 'acceptanceTest', a."acceptanceTest", 'size', a."size",
    'person', CASE WHEN o."id" IS NOT NULL THEN json_build_object('handle', o."handle", 'name', o."name") END,
    'body', CASE WHEN b."id" IS NOT NULL THEN json_build_object('handle', b."handle", 'name', b."name") END,
    'ownerIds', json_build_object('ownerPersonId', a."ownerPersonId", 'ownerBodyId', a."ownerBodyId", 'ownerRole', a."ownerRole"),
    'consent', json_build_object('state', a."consent", 'at', a."consentAt",
      'by', CASE WHEN w."id" IS NOT NULL THEN json_build_object('handle', w."handle", 'name', w."name") END,
      'reason', CASE WHEN a."consent" = 'declined' THEN ${whyDeclined} END, 'changedSince', CASE WHEN a."consent" <> 'named' THEN ${consentedText} END),
    'boardDecides', coalesce(a."kind" = 'board_decision' AND b."kind" = 'board', false),
    'placed', EXISTS (SELECT 1 FROM "SplitEntry" s WHERE s."askId" = a."id")) ORDER BY a."number"), '[]')
  FROM "Ask" a LEFT JOIN "Person" o ON o."id" = a."ownerPersonId" LEFT JOIN "Body" b ON b."id" = a."ownerBodyId"
    LEFT JOIN "Person" w ON w."id" = a."consentById"
  WHERE a."proposalId" = p."id")`;

/** Gives an ask's owner their name, whichever of the three it is. */
export function askShown({ person, body, ...ask }: AskJson): AskShown {
  return { ...ask, owner: partyOf({ person, body, role: ask.ownerIds.ownerRole }) };
}

/**
 * Asks that name this actor, or a group that they speak for, and wait for their word: one row a proposal, for home.
 * A draft asks nobody yet; what is split has tickets instead.
 */
export function asksWaitingSql(actor: Actor): Prisma.Sql {
  const groups = groupsOf(actor.kind === "person" ? actor.roles : []);
  return Prisma.sql`SELECT 'ask', p."number", p."title", NULL, p."updatedAt", string_agg(a."number"::text, ', ' ORDER BY a."number")
    FROM "Ask" a JOIN "Proposal" p ON p."id" = a."proposalId" LEFT JOIN "Body" b ON b."id" = a."ownerBodyId"
    WHERE a."consent" = 'named' AND p."status" IN ('discussion', 'scheduled', 'under_review', 'splitting')
      AND (a."ownerPersonId" = ${personIdOf(actor) ?? -1} OR a."ownerBodyId" = ANY(${bodiesSpokenFor(actor)}::int[])
        OR a."ownerRole" = ANY(${groups}::text[]))
      AND NOT coalesce(a."kind" = 'board_decision' AND b."kind" = 'board', false) AND ${visibleSql(actor)}
    GROUP BY p."id" ORDER BY p."updatedAt" DESC LIMIT 20`;
}
