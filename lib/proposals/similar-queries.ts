import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import type { ProposalStatus } from "./machine";
import type { closedLabels } from "./ui-text";
import { visibleSql } from "./visibility";

export interface SimilarProposal {
  number: number;
  title: string;
  status: ProposalStatus;
  closedAs: keyof typeof closedLabels | null;
  updatedAt: Date;
}

/** A shorter title says too little to be like another. */
export const shortestTitle = 8;
const longestTitle = 200;
const mostShown = 5;
/** A word that stands in more proposals than this tells none of them apart. */
const mostWithWord = 500;

/**
 * Proposals that may ask for the same as a title says, most alike first: those that share its rarer words. What the
 * actor may not see is not among them. Words that stand almost everywhere are left out, so that the index has little to
 * fetch; a title of nothing but such words has to match as a whole.
 */
export async function listSimilar(actor: Actor, title: string, except?: number): Promise<SimilarProposal[]> {
  const words = title.trim().slice(0, longestTitle);
  if (words.length < shortestTitle) return [];
  return readRows<SimilarProposal>(Prisma.sql`
    WITH words AS MATERIALIZED (
      SELECT w."lexeme", (SELECT count(*) FROM (SELECT 1 FROM "Proposal" k
        WHERE k."search" @@ w."query" LIMIT ${mostWithWord + 1}) c) AS "seen"
      FROM (SELECT u."lexeme", quote_literal(u."lexeme")::tsquery AS "query"
        FROM unnest(tsvector_to_array(to_tsvector('english', ${words}))) u("lexeme")
        WHERE u."lexeme" !~ '[\\\\'']' LIMIT 20) w
    ), wanted AS MATERIALIZED (
      SELECT coalesce(
          string_agg(quote_literal(w."lexeme"), ' | ') FILTER (WHERE w."seen" <= ${mostWithWord}),
          string_agg(quote_literal(w."lexeme"), ' & '))::tsquery AS "query",
        array_agg(w."lexeme") AS "lexemes", count(*) AS "size"
      FROM words w
    ), near AS MATERIALIZED (
      SELECT p."id", p."number", p."title", p."status", p."closedAs", p."updatedAt", p."search"
      FROM wanted, "Proposal" p
      WHERE p."search" @@ wanted."query" AND p."number" <> ${except ?? 0} AND ${visibleSql(actor)} LIMIT 2000
    )
    SELECT n."number", n."title", n."status", n."closedAs", n."updatedAt"
    FROM near n CROSS JOIN wanted CROSS JOIN LATERAL (
      SELECT count(*) AS "shared", count(*) FILTER (WHERE s."lexeme" = ANY(tsvector_to_array(to_tsvector('english', n."title")))) AS "titled"
      FROM unnest(wanted."lexemes") s("lexeme") WHERE s."lexeme" = ANY(tsvector_to_array(n."search"))) m
    WHERE m."shared" >= least(2, wanted."size") AND m."shared" * 5 >= wanted."size" * 2
    ORDER BY m."titled" DESC, m."shared" DESC, ts_rank_cd(n."search", wanted."query") DESC, n."updatedAt" DESC
    LIMIT ${mostShown}`);
}
