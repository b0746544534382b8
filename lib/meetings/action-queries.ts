import { isoDate } from "../calendar-date";
import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { bodiesOfDuty } from "../discussion/policy";
import { type Actor, personIdOf } from "../workflow/actor";
import type { ActionFilter } from "./action-filter";
import { actionsSql, bodyOfMeetingSql, unaccountedSql, unsettledSql } from "./action-list-facts";
import { type ActionRow, type ShownAction, shownAction } from "./action-row";
import type { HeldEvening } from "./carried-count";

export interface ActionList {
  actions: ShownAction[];
  hasMore: boolean;
}

const pageSize = 100;

/** ACTIONs of earlier meetings by owner, then by date; two queries. */
export async function listActions(actor: Actor, filter: ActionFilter): Promise<ActionList> {
  const skipped = ((filter.page ?? 1) - 1) * pageSize;
  const [rows, meetings] = await Promise.all([
    db.$queryRaw<ActionRow[]>(Prisma.sql`
      SELECT * FROM (${actionsSql(actor, conditions(actor, filter))}) x
      ORDER BY "owner"->>'name' NULLS FIRST, "owner"->>'handle', "settledAt" DESC NULLS FIRST, "dueOn" NULLS LAST, "id"
      LIMIT ${pageSize + 1} OFFSET ${skipped}`),
    listEvenings(),
  ]);
  const seen = { actor, meetings, today: isoDate(now()) };
  return {
    actions: rows.slice(0, pageSize).map((row) => shownAction(row, seen)),
    hasMore: rows.length > pageSize,
  };
}

function conditions(actor: Actor, { mine, overdue, silent, settled, of }: ActionFilter): Prisma.Sql {
  const parts = [
    settled && !overdue && !silent ? undefined : unsettledSql,
    mine && ownSql(actor),
    overdue && Prisma.sql`coalesce(c."dueOn", l."dueOn") < ${isoDate(now())}`,
    silent && silentSql,
    of &&
      Prisma.sql`(who."personId" = (SELECT w."id" FROM "Person" w WHERE w."handle" = ${of.replace(/^@/, "")})
        OR who."bodyId" = (SELECT b."id" FROM "Body" b WHERE b."handle" = ${of}))`,
  ].filter((part): part is Prisma.Sql => typeof part === "object");
  return parts.length > 0 ? Prisma.join(parts, " AND ") : Prisma.sql`true`;
}

/** One's own, and those of the bodies whose duties one shares. */
export function ownSql(actor: Actor): Prisma.Sql {
  const bodies = bodiesOfDuty(actor);
  return Prisma.sql`(who."personId" = ${personIdOf(actor) ?? -1} OR who."bodyId" = ANY(${bodies}::int[]))`;
}

/** No ticket speaks for it, and nobody has since its body last met. */
export const silentSql = Prisma.sql`${unaccountedSql}
  AND NOT EXISTS (SELECT 1 FROM "ActionReport" r WHERE r."actionId" = l."id" AND r."createdAt" > coalesce((
    SELECT max(k."adjournedAt") FROM "Meeting" k WHERE k."status" = 'adjourned'
      AND ${bodyOfMeetingSql(Prisma.sql`k`)} = ${bodyOfMeetingSql(Prisma.sql`m`)}), '-infinity'))`;

/** What a meeting opens with: all that earlier meetings of its body left open, by owner. */
export async function listActionsFor(actor: Actor, meeting: { id: number }): Promise<ShownAction[]> {
  const [rows, meetings] = await Promise.all([
    db.$queryRaw<ActionRow[]>(Prisma.sql`
      SELECT x.* FROM (${actionsSql(actor, unsettledSql)}) x, "Meeting" n
      WHERE n."id" = ${meeting.id} AND x."startsAt" < n."startsAt" AND x."bodyId" = ${bodyOfMeetingSql(Prisma.sql`n`)}
      ORDER BY "owner"->>'name' NULLS FIRST, "owner"->>'handle', "dueOn" NULLS LAST, x."id" LIMIT 500`),
    listEvenings(),
  ]);
  const seen = { actor, meetings, today: isoDate(now()) };
  return rows.map((row) => shownAction(row, seen));
}

/** How many ACTIONs a meeting opens with, and of how many it has to ask; none once it is over. */
export async function countActionsFor(
  actor: Actor,
  { id, status }: { id: number; status: string },
): Promise<{ open: number; silent: number }> {
  if (status === "adjourned" || status === "cancelled") return { open: 0, silent: 0 };
  const count = (
    where: Prisma.Sql,
  ) => Prisma.sql`(SELECT count(*)::int FROM (${actionsSql(actor, where)}) x, "Meeting" n
    WHERE n."id" = ${id} AND x."startsAt" < n."startsAt" AND x."bodyId" = ${bodyOfMeetingSql(Prisma.sql`n`)})`;
  const [row] = await db.$queryRaw<{ open: number; silent: number }[]>(Prisma.sql`
    SELECT ${count(unsettledSql)} AS "open", ${count(Prisma.sql`${unsettledSql} AND ${silentSql}`)} AS "silent"`);
  return row ?? { open: 0, silent: 0 };
}

export interface ActionsOfMeeting {
  meeting: { date: string; title: string; isOver: boolean };
  actions: ShownAction[];
}

/** What a meeting opens with; once it is over, what it left to be done. Null without a meeting. */
export async function findActionsOf(actor: Actor, date: string): Promise<ActionsOfMeeting | null> {
  const meeting = await db.meeting.findUnique({
    where: { date },
    select: { id: true, date: true, title: true, status: true },
  });
  if (!meeting) return null;
  const isOver = meeting.status === "adjourned";
  const actions = isOver ? await listGivenIn(actor, meeting.id) : await listActionsFor(actor, meeting);
  return { meeting: { date: meeting.date, title: meeting.title, isOver }, actions };
}

async function listGivenIn(actor: Actor, meetingId: number): Promise<ShownAction[]> {
  const [rows, meetings] = await Promise.all([
    db.$queryRaw<ActionRow[]>(Prisma.sql`
      SELECT x.* FROM (${actionsSql(actor, Prisma.sql`m."id" = ${meetingId}`)}) x
      ORDER BY "owner"->>'name' NULLS FIRST, "owner"->>'handle', x."id" LIMIT 500`),
    listEvenings(),
  ]);
  return rows.map((row) => shownAction(row, { actor, meetings, today: isoDate(now()) }));
}

/** One ACTION with all that was said of it; null where it is none, or not this reader's. */
export async function findAction(actor: Actor, lineId: number): Promise<ShownAction | null> {
  const [[row], meetings] = await Promise.all([
    db.$queryRaw<ActionRow[]>(actionsSql(actor, Prisma.sql`l."id" = ${lineId}`)),
    listEvenings(),
  ]);
  return row ? shownAction(row, { actor, meetings, today: isoDate(now()) }) : null;
}

/** Every meeting that was held. */
export async function listEvenings(): Promise<HeldEvening[]> {
  return db.$queryRaw<HeldEvening[]>(Prisma.sql`
    SELECT ${bodyOfMeetingSql(Prisma.sql`m`)} AS "bodyId", m."startsAt", m."adjournedAt"
    FROM "Meeting" m WHERE m."status" = 'adjourned' AND m."adjournedAt" IS NOT NULL`);
}
