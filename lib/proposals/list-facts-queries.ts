import { db, Prisma } from "../db/client";
import type { Actor } from "../workflow/actor";
import { mostCounted, type StatusCounts } from "./list-counts";
import type { FilterPart, ProposalFilter } from "./list-filter";
import { conditionsOf, conditionsOfAnyStatus, isCountedByIndex } from "./list-filter-queries";
import { statusLabels } from "./ui-text";

export interface ListFacts {
  /** What fits the filter in each status, whichever status it asks for; null where it is too much to tell. */
  counts: StatusCounts | null;
  /** To choose from. */
  sigs: { handle: string; name: string }[];
}

/** What stands around a list of proposals, in one query. Counting stops early: it costs the same however many there are. */
export async function findListFacts(actor: Actor, filter: ProposalFilter): Promise<ListFacts> {
  const counts = isCountedByIndex(filter) ? eachStatus(actor, filter) : allAtOnce(actor, filter);
  const [row] = await db.$queryRaw<ListFacts[]>(Prisma.sql`
    SELECT ${counts} AS "counts",
      (SELECT coalesce(json_agg(json_build_object('handle', b."handle", 'name', b."name") ORDER BY b."name"), '[]')
        FROM "Body" b WHERE b."kind" = 'sig') AS "sigs"`);
  if (!row) throw new Error("a query without a table gives one row");
  return row;
}

function eachStatus(actor: Actor, filter: ProposalFilter): Prisma.Sql {
  const fits = Prisma.join(conditionsOfAnyStatus(actor, filter), " AND ");
  const counts = Object.keys(statusLabels).map(
    (status) => Prisma.sql`${status}::text, (SELECT count(*)::int FROM (SELECT 1 FROM "Proposal" p
      WHERE p."status" = ${status}::"ProposalStatus" AND ${fits} LIMIT ${mostCounted + 1}) few)`,
  );
  return Prisma.sql`json_build_object(${Prisma.join(counts)})`;
}

/** One pass over what fits; where that is more than may be counted, nobody knows how it is spread. */
function allAtOnce(actor: Actor, filter: ProposalFilter): Prisma.Sql {
  const fits = Prisma.join(conditionsOfAnyStatus(actor, filter), " AND ");
  return Prisma.sql`(SELECT CASE WHEN coalesce(sum(each."count"), 0) <= ${mostCounted}
      THEN coalesce(json_object_agg(each."status", each."count"), '{}') END
    FROM (SELECT few."status"::text AS "status", count(*)::int AS "count"
      FROM (SELECT p."status" FROM "Proposal" p WHERE ${fits} LIMIT ${mostCounted + 1}) few GROUP BY 1) each)`;
}

/** Of the conditions of a filter that nothing fits, those without which something would: one query. */
export async function listTooNarrow(actor: Actor, parts: readonly FilterPart[]): Promise<FilterPart[]> {
  if (parts.length === 0) return [];
  const tests = parts.map(
    ({ without }) =>
      Prisma.sql`EXISTS (SELECT 1 FROM "Proposal" p WHERE ${Prisma.join(conditionsOf(actor, without), " AND ")})`,
  );
  const [row] = await db.$queryRaw<{ helps: boolean[] }[]>(Prisma.sql`
    SELECT json_build_array(${Prisma.join(tests)}) AS "helps"`);
  return parts.filter((_, place) => row?.helps[place]);
}
