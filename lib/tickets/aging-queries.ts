import { Prisma } from "../db/client";
import { type AgingDays, agingStatuses, expectedDays } from "./aging";
import { requestTypeKeys } from "./request-types/catalogue";

const dayMs = 86_400_000;

/** Waiting for whoever asked for it, for too long: what `agingOf` says of one ticket, of the row `t`. */
export function waitsForReporterSql(at: Date, days: AgingDays): Prisma.Sql {
  return Prisma.sql`(t."status" = 'waiting_on_reporter' AND t."movedAt" < ${before(at, days.reporter)})`;
}

/** Nobody has said or done anything for longer than its type takes. */
export function withoutNewsSql(at: Date, days: AgingDays): Prisma.Sql {
  const all = requestTypeKeys.map((key) => ({ key, limit: expectedDays(key, days.news) }));
  const own = all.filter(({ limit }) => limit !== days.news);
  const shortest = Math.min(days.news, ...all.map(({ limit }) => limit));
  const since =
    own.length === 0
      ? Prisma.sql`${before(at, days.news)}::timestamptz`
      : Prisma.sql`CASE t."requestType" ${Prisma.join(
          own.map(({ key, limit }) => Prisma.sql`WHEN ${key} THEN ${before(at, limit)}::timestamptz`),
          " ",
        )} ELSE ${before(at, days.news)}::timestamptz END`;
  // The plain bound first: an index holds it.
  return Prisma.sql`(t."status" = ANY(${[...agingStatuses]}::"TicketStatus"[]) AND t."updatedAt" < ${before(at, shortest)}
    AND t."updatedAt" < ${since})`;
}

export function agedSql(at: Date, days: AgingDays): Prisma.Sql {
  return Prisma.sql`(${waitsForReporterSql(at, days)} OR ${withoutNewsSql(at, days)})`;
}

function before(at: Date, days: number): Date {
  return new Date(at.getTime() - days * dayMs);
}
