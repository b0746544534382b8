import { Prisma } from "../db/client";
import type { Page } from "../db/keyset";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import { changeWords, inOrder } from "./revision-diff";
import { type RevisionText, readRevision } from "./revision-text";
import { visibleSql } from "./visibility";

export interface RevisionLine {
  number: number;
  by: { handle: string; name: string };
  at: Date;
  reason: string;
  /** "summary, 2 sections and ask 3"; empty for the first one, and where only the reason is new. */
  changed: string;
}

type LineRow = Omit<RevisionLine, "changed"> & { prints: Record<string, string> };

const pageSize = 25;

/** A short print of each thing that a revision holds: the texts themselves stay in the database. */
const printsSql = Prisma.sql`
  jsonb_build_object('title', md5(r."title"), 'summary', md5(r."summary"))
  || (SELECT coalesce(jsonb_object_agg('section ' || (s->>'key'), md5(s->>'markdown')), '{}')
      FROM jsonb_array_elements(r."sections") s)
  || (SELECT coalesce(jsonb_object_agg('ask ' || (k->>'number'), md5(jsonb_build_array(k->'kind', k->'text',
        coalesce(k->>'rationale', ''), coalesce(k->>'acceptanceTest', ''), k->>'size', k->>'ownerPersonId', k->>'ownerBodyId', k->>'ownerRole')::text)), '{}')
      FROM jsonb_array_elements(r."asks") k)`;

/** The revisions of a proposal, the latest first, each with what it changed. */
export async function listRevisions(
  actor: Actor,
  proposal: number,
  before?: number,
): Promise<Page<RevisionLine>> {
  const rows = await readRows<LineRow>(Prisma.sql`
    SELECT r."number", json_build_object('handle', w."handle", 'name', w."name") AS "by", r."createdAt" AS "at", r."reason",
      ${printsSql} AS "prints"
    FROM "ProposalRevision" r JOIN "Proposal" p ON p."id" = r."proposalId" JOIN "Person" w ON w."id" = r."authorId"
    WHERE p."number" = ${proposal} AND ${visibleSql(actor)} AND r."number" < ${before ?? 2_147_483_647}
    ORDER BY r."number" DESC LIMIT ${pageSize + 1}`);
  const shown = rows.slice(0, pageSize);
  const items = shown.map(({ prints, ...line }, place) => {
    const earlier = rows[place + 1]?.prints;
    return { ...line, changed: earlier ? changeWords(changedKeys(earlier, prints)) : "" };
  });
  const last = items.at(-1);
  return rows.length > pageSize && last ? { items, nextCursor: String(last.number) } : { items };
}

function changedKeys(before: Record<string, string>, after: Record<string, string>): string[] {
  const keys = inOrder([...Object.keys(before), ...Object.keys(after)]);
  return keys.filter((key) => before[key] !== after[key]);
}

/** A revision as readers saw it, with who wrote it and why. */
export interface RevisionShown extends RevisionText {
  by: { handle: string; name: string };
  at: string;
  reason: string;
}

export interface RevisionsFound {
  /** Those that were asked for and are there. */
  revisions: RevisionShown[];
  /** What there is to choose from, the latest 200. */
  all: { number: number; at: string }[];
}

interface ShownRow {
  by: RevisionShown["by"];
  at: string;
  reason: string;
}

/** Revisions of a proposal by their numbers, and which ones there are: one query. */
export async function findRevisions(
  actor: Actor,
  proposal: number,
  numbers: readonly number[],
): Promise<RevisionsFound> {
  const [row] = await readRows<{ revisions: ShownRow[]; all: RevisionsFound["all"] }>(Prisma.sql`
    SELECT (SELECT coalesce(json_agg(json_build_object('number', r."number", 'title', r."title", 'summary', r."summary",
          'sections', r."sections", 'asks', ${asksSql}, 'at', r."createdAt", 'reason', r."reason",
          'by', (SELECT json_build_object('handle', w."handle", 'name', w."name") FROM "Person" w WHERE w."id" = r."authorId"))), '[]')
        FROM "ProposalRevision" r WHERE r."proposalId" = p."id" AND r."number" = ANY(${[...numbers]}::int[])) AS "revisions",
      (SELECT coalesce(json_agg(json_build_object('number', l."number", 'at', l."createdAt") ORDER BY l."number" DESC), '[]')
        FROM (SELECT r."number", r."createdAt" FROM "ProposalRevision" r WHERE r."proposalId" = p."id"
          ORDER BY r."number" DESC LIMIT 200) l) AS "all"
    FROM "Proposal" p WHERE p."number" = ${proposal} AND ${visibleSql(actor)}`);
  if (!row) return { revisions: [], all: [] };
  const revisions = row.revisions.map((each) => ({
    ...readRevision(each),
    by: each.by,
    at: each.at,
    reason: each.reason,
  }));
  return { revisions, all: row.all };
}

/** The asks of the revision `r`, each with its owner as they are called today. */
const asksSql = Prisma.sql`(SELECT coalesce(jsonb_agg(k || jsonb_build_object('owner', CASE
    WHEN o."id" IS NOT NULL THEN jsonb_build_object('kind', 'person', 'handle', o."handle", 'name', o."name")
    WHEN b."id" IS NOT NULL THEN jsonb_build_object('kind', 'body', 'handle', b."handle", 'name', b."name") END)
    ORDER BY (k->>'number')::int), '[]')
  FROM jsonb_array_elements(r."asks") k
    LEFT JOIN "Person" o ON o."id" = (k->>'ownerPersonId')::int LEFT JOIN "Body" b ON b."id" = (k->>'ownerBodyId')::int)`;
