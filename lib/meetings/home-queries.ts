import { isoDate } from "../calendar-date";
import { now } from "../clock";
import { Prisma } from "../db/client";
import { env } from "../env";
import { type Actor, isDirector, personIdOf } from "../workflow/actor";
import { actionsSql, unsettledSql } from "./action-list-facts";
import { ownSql, silentSql } from "./action-queries";

/** Drafts of minutes that this director has not reviewed yet, as rows of a person's home (lib/home/queries.ts). */
export function reviewsWaitingSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`SELECT 'review', NULL::int, m."title", m."date", m."adjournedAt", NULL FROM "Meeting" m
    WHERE ${isDirector(actor)} AND m."status" = 'adjourned' AND m."minutesStatus" IN ('draft', 'reviewed')
      AND NOT EXISTS (SELECT 1 FROM "MinutesReview" r WHERE r."meetingId" = m."id" AND r."personId" = ${personIdOf(actor) ?? -1})
    ORDER BY m."adjournedAt" LIMIT 5`;
}

/** One's own ACTIONs without a fresh status, once they are overdue or a meeting is near that will ask. */
export function actionsWaitingSql(actor: Actor): Prisma.Sql {
  const near = new Date(now().getTime() + Math.max(1, env().ACTION_REMINDER_DAYS) * 86_400_000);
  const pressing = Prisma.sql`(coalesce(c."dueOn", l."dueOn") < ${isoDate(now())}
    OR EXISTS (SELECT 1 FROM "Meeting" n WHERE n."status" IN ('planned', 'published', 'in_session') AND n."startsAt" > m."startsAt" AND n."startsAt" <= ${near}))`;
  return Prisma.sql`SELECT 'action', NULL::int, left(x."text", 160), x."date", x."adjournedAt", x."id"::text
    FROM (${actionsSql(actor, Prisma.sql`${unsettledSql} AND ${silentSql} AND ${ownSql(actor)} AND ${pressing}`)}) x
    ORDER BY x."dueOn" NULLS LAST, x."id" LIMIT 10`;
}
