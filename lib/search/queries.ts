import { db, Prisma } from "../db/client";
import { decisionVisibleSql } from "../decisions/visibility";
import { commentVisibleSql } from "../discussion/visibility";
import { visibleSql } from "../proposals/visibility";
import type { Actor } from "../workflow/actor";
import { wordsQuery } from "./word-queries";

export interface Found {
  kind: "proposal" | "decision" | "ticket" | "comment" | "meeting";
  href: string;
  title: string;
  /** The matching words marked with ‹ and ›, as plain text. */
  excerpt: string;
  at: Date;
}

const perKind = 10;

/**
 * What this actor may see that mentions the words: best first within each kind, ten of each. One query, each part
 * through the same gate as the pages (promise 7). An executive proposal's tickets and comments are behind its gate.
 */
export async function search(actor: Actor, words: string): Promise<Found[]> {
  const visible = visibleSql(actor);
  const mark = Prisma.sql`'StartSel=‹, StopSel=›, MaxWords=24, MinWords=12'`;
  return db.$queryRaw<Found[]>(Prisma.sql`
    WITH q AS (SELECT ${wordsQuery(words)} AS query)
    (SELECT 'proposal' AS "kind", '/proposals/' || p."number" AS "href", '#' || p."number" || ' ' || p."title" AS "title",
        ts_headline('english', p."summary", q.query, ${mark}) AS "excerpt", p."updatedAt" AS "at"
      FROM "Proposal" p, q WHERE p."search" @@ q.query AND ${visible}
      ORDER BY ts_rank(p."search", q.query) DESC, p."id" DESC LIMIT ${perKind})
    UNION ALL
    (SELECT 'decision', '/decisions/' || d."id",
        coalesce('#' || p."number" || ' ' || p."title", 'T-' || t."number" || ' ' || t."title"),
        ts_headline('english', d."text", q.query, ${mark}), d."decidedAt"
      FROM q, "Decision" d LEFT JOIN "Proposal" p ON p."id" = d."proposalId" LEFT JOIN "Ticket" t ON t."id" = d."ticketId"
      WHERE d."search" @@ q.query AND ${decisionVisibleSql(actor)}
      ORDER BY d."decidedAt" DESC, d."id" DESC LIMIT ${perKind})
    UNION ALL
    (SELECT 'ticket', '/tickets/' || t."number", 'T-' || t."number" || ' ' || t."title",
        ts_headline('english', t."markdown", q.query, ${mark}), t."updatedAt"
      FROM q, "Ticket" t LEFT JOIN "Proposal" p ON p."id" = t."proposalId"
      WHERE t."search" @@ q.query AND (t."proposalId" IS NULL OR ${visible})
      ORDER BY ts_rank(t."search", q.query) DESC, t."id" DESC LIMIT ${perKind})
    UNION ALL
    (SELECT 'comment', '/proposals/' || p."number" || '?comment=' || c."id" || '#comment-' || c."id",
        a."name" || ' on #' || p."number", ts_headline('english', c."markdown", q.query, ${mark}), c."createdAt"
      FROM q, "Comment" c JOIN "Proposal" p ON p."id" = c."proposalId" JOIN "Person" a ON a."id" = c."authorId"
      WHERE c."search" @@ q.query AND ${visible} AND ${commentVisibleSql(actor)}
      ORDER BY c."createdAt" DESC LIMIT ${perKind})
    UNION ALL
    (SELECT 'meeting', '/meetings/' || m."date" || '/minutes', m."title" || ', ' || m."date",
        ts_headline('english', m."minutesText", q.query, ${mark}), m."startsAt"
      FROM q, "Meeting" m WHERE m."minutesStatus" = 'published' AND m."search" @@ q.query
      ORDER BY m."startsAt" DESC LIMIT ${perKind})`);
}
