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
/** A word that stands in more proposals than this tells none of them apart; the database's own statistics know. */
const mostWithWord = 200;
/** Of such words so many have to be shared, all of them. */
const mostCommon = 6;
/** A word that stands in a greater share of all proposals is not looked for at all. */
const mostOften = 0.2;

/**
 * Proposals that may ask for the same as a title says, most alike first: those that share its rarer words, or all of its
 * common ones. What the actor may not see is not among them. A common word is never looked for alone, and one that stands
 * almost everywhere not at all: the index has little to fetch, and little is ranked, however many proposals there are.
 */
export async function listSimilar(actor: Actor, title: string, except?: number): Promise<SimilarProposal[]> {
  const words = title.trim().slice(0, longestTitle);
  if (words.length < shortestTitle) return [];
  const found = Prisma.sql`p."number" <> ${except ?? 0} AND ${visibleSql(actor)}`;
  return readRows<SimilarProposal>(Prisma.sql`
    WITH words AS MATERIALIZED (${wordsSql(words)}
    ), wanted AS MATERIALIZED (
      SELECT string_agg(w."quoted", ' | ') FILTER (WHERE NOT w."common")::tsquery AS "rare",
        string_agg(w."quoted", ' & ') FILTER (WHERE w."common" AND w."often" <= ${mostOften} AND w."place" <= ${mostCommon})::tsquery AS "common",
        string_agg(w."quoted", ' | ')::tsquery AS "any", array_agg(w."lexeme") AS "lexemes", count(*) AS "size"
      FROM words w
    ), near AS MATERIALIZED (
      (SELECT p."id" FROM wanted, "Proposal" p WHERE p."search" @@ wanted."rare" AND ${found} LIMIT 1000)
      UNION
      (SELECT p."id" FROM wanted, "Proposal" p WHERE p."search" @@ wanted."common" AND ${found} LIMIT 300)
    )
    SELECT n."number", n."title", n."status", n."closedAs", n."updatedAt"
    FROM near JOIN "Proposal" n ON n."id" = near."id" CROSS JOIN wanted CROSS JOIN LATERAL (
      SELECT count(*) AS "shared",
        count(*) FILTER (WHERE s."lexeme" = ANY(tsvector_to_array(to_tsvector('english', n."title")))) AS "titled"
      FROM unnest(wanted."lexemes") s("lexeme") WHERE s."lexeme" = ANY(tsvector_to_array(n."search"))) m
    WHERE m."shared" >= least(2, wanted."size") AND m."shared" * 5 >= wanted."size" * 2
    ORDER BY m."titled" DESC, m."shared" DESC, ts_rank_cd(n."search", wanted."any") DESC, n."updatedAt" DESC
    LIMIT ${mostShown}`);
}

/**
 * The words of a title as the index has them, the rarest first, and which of them are common. A table too new for
 * statistics has no common words, and is small.
 */
function wordsSql(title: string): Prisma.Sql {
  return Prisma.sql`
      SELECT u."lexeme", quote_literal(u."lexeme") AS "quoted", f."often",
        coalesce(f."often" * r."rows", 0) > ${mostWithWord} AS "common",
        row_number() OVER (PARTITION BY coalesce(f."often" * r."rows", 0) > ${mostWithWord} ORDER BY f."often") AS "place"
      FROM unnest(tsvector_to_array(to_tsvector('english', ${title}))) u("lexeme")
      CROSS JOIN (SELECT greatest(c."reltuples", 0) AS "rows" FROM pg_class c WHERE c."oid" = '"Proposal"'::regclass) r
      LEFT JOIN (SELECT e."lexeme", e."often" FROM pg_stats t, unnest(t."most_common_elems"::text::text[], t."most_common_elem_freqs") e("lexeme", "often")
        WHERE t."schemaname" = current_schema() AND t."tablename" = 'Proposal' AND t."attname" = 'search') f ON f."lexeme" = u."lexeme"
      WHERE u."lexeme" !~ '[\\\\'']' ORDER BY "common", f."often" NULLS FIRST LIMIT 20`;
}
