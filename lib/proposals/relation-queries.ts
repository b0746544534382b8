import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import type { ProposalStatus } from "./machine";
import { mayRelate } from "./relation-policy";
import type { RelationEnd, RelationKind } from "./relation-text";
import type { closedLabels } from "./ui-text";
import { visibleSql } from "./visibility";

/** Another proposal, and how the one that is read stands to it. */
export interface RelationSide {
  kind: RelationKind;
  /** Whether it was written on the proposal that is read, or on the other one. */
  end: RelationEnd;
  number: number;
  title: string;
  status: ProposalStatus;
  closedAs: keyof typeof closedLabels | null;
}

export interface RelationLine extends RelationSide {
  id: number;
  addedBy: string;
  at: string;
  mayRemove: boolean;
}

const mostShown = 50;

/** The ends of each relation of the proposal in the row `p` whose other end this actor may see; each as a row of `r`. */
const endsSql = (actor: Actor) => Prisma.sql`
  FROM (SELECT x."id", x."kind", x."addedById", x."createdAt", 'from' AS "end", x."toId" AS "otherId"
      FROM "ProposalRelation" x WHERE x."fromId" = p."id"
    UNION ALL
    SELECT x."id", x."kind", x."addedById", x."createdAt", 'to', x."fromId"
      FROM "ProposalRelation" x WHERE x."toId" = p."id") n
  JOIN "Proposal" o ON o."id" = n."otherId"
  WHERE EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = n."otherId" AND ${visibleSql(actor)})
  ORDER BY n."kind", n."end", n."id" LIMIT ${mostShown}`;

/** How the proposal in the row `p` stands to others: an other that this actor may not see is not there at all. */
export const relationsJson = (actor: Actor): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('kind', r."kind", 'end', r."end", 'number', r."number",
      'title', r."title", 'status', r."status", 'closedAs', r."closedAs")), '[]')
  FROM (SELECT n."kind", n."end", o."number", o."title", o."status", o."closedAs" ${endsSql(actor)}) r)`;

type LineRow = Omit<RelationLine, "mayRemove"> & { parties: Parameters<typeof mayRelate>[1] };

/** The same with who said so, for the page on which relations are kept. */
export async function listRelations(actor: Actor, proposalId: number): Promise<RelationLine[]> {
  const [row] = await readRows<{ relations: LineRow[] }>(Prisma.sql`
    SELECT (SELECT coalesce(json_agg(json_build_object('id', r."id", 'kind', r."kind", 'end', r."end",
        'number', r."number", 'title', r."title", 'status', r."status", 'closedAs', r."closedAs", 'at', r."createdAt",
        'addedBy', w."name", 'parties', json_build_object('authorId', f."authorId", 'imported', f."sourceKey" IS NOT NULL,
          'coAuthorIds', ARRAY(SELECT k."personId" FROM "CoAuthor" k WHERE k."proposalId" = f."id")))), '[]')
      FROM (SELECT n.*, o."number", o."title", o."status", o."closedAs" ${endsSql(actor)}) r
      JOIN "Person" w ON w."id" = r."addedById"
      JOIN "Proposal" f ON f."id" = CASE r."end" WHEN 'from' THEN p."id" ELSE r."otherId" END) AS "relations"
    FROM "Proposal" p WHERE p."id" = ${proposalId} AND ${visibleSql(actor)}`);
  return (row?.relations ?? []).map(({ parties, ...line }) => ({
    ...line,
    mayRemove: mayRelate(actor, parties),
  }));
}
