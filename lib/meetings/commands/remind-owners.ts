import { now } from "../../clock";
import { db, Prisma } from "../../db/client";
import { type Tx, transact } from "../../db/transaction";
import { env } from "../../env";
import { done } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { actionsSql, bodyOfMeetingSql, unsettledSql } from "../action-list-facts";
import { silentSql } from "../action-queries";
import type { ActionRow } from "../action-row";

const portal: Actor = { kind: "system", name: "The portal" };
const dayMs = 86_400_000;

type Due = Pick<ActionRow, "id" | "ownerPersonId" | "ownerBodyId" | "executive">;

/**
 * Reminds the owners of ACTIONs that a meeting will ask about and that nothing was said of since the last one:
 * ACTION_REMINDER_DAYS before it, once for each ACTION and meeting, one notice for each owner. Run twice, or on two
 * servers at once, it changes nothing. Says how many ACTIONs it reminded of.
 */
export async function remindOwners(): Promise<number> {
  const days = env().ACTION_REMINDER_DAYS;
  if (days === 0) return 0;
  const meetings = await db.meeting.findMany({
    where: {
      status: { in: ["planned", "published"] },
      startsAt: { gt: now(), lte: new Date(now().getTime() + days * dayMs) },
    },
    orderBy: { startsAt: "asc" },
    select: { id: true, date: true },
  });
  let reminded = 0;
  for (const meeting of meetings) reminded += await remindBefore(meeting);
  return reminded;
}

async function remindBefore(meeting: { id: number; date: string }): Promise<number> {
  const result = await transact(async (tx) => {
    const due = await claim(tx, meeting.id, await findDue(tx, meeting.id));
    for (const group of byOwner(due)) await recordReminder(tx, meeting, group);
    return done(due.length);
  });
  return result.ok ? result.value : 0;
}

async function findDue(tx: Tx, meetingId: number): Promise<Due[]> {
  const owned = Prisma.sql`num_nonnulls(who."personId", who."bodyId") = 1`;
  return tx.$queryRaw<Due[]>(Prisma.sql`
    SELECT x."id", x."ownerPersonId", x."ownerBodyId", x."executive"
    FROM (${actionsSql(portal, Prisma.sql`${unsettledSql} AND ${silentSql} AND ${owned}`)}) x, "Meeting" n
    WHERE n."id" = ${meetingId} AND x."startsAt" < n."startsAt" AND x."bodyId" = ${bodyOfMeetingSql(Prisma.sql`n`)}
    ORDER BY x."id"`);
}

/** Those that this run is the first to remind of: the primary key settles two at once. */
async function claim(tx: Tx, meetingId: number, due: readonly Due[]): Promise<Due[]> {
  const claimed = await tx.actionReminder.createManyAndReturn({
    data: due.map(({ id }) => ({ lineId: id, meetingId, remindedAt: now() })),
    skipDuplicates: true,
    select: { lineId: true },
  });
  const ids = new Set(claimed.map(({ lineId }) => lineId));
  return due.filter(({ id }) => ids.has(id));
}

/** What is executive is reminded of apart: its event is the board's. */
function byOwner(due: readonly Due[]): Due[][] {
  const groups = new Map<string, Due[]>();
  for (const each of due) {
    const key = `${each.ownerPersonId} ${each.ownerBodyId} ${each.executive}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

async function recordReminder(
  tx: Tx,
  meeting: { id: number; date: string },
  group: readonly Due[],
): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { ownerPersonId, ownerBodyId, executive } = first;
  await record(tx, portal, {
    type: "action.reminded",
    subject: "meeting",
    subjectId: meeting.id,
    meetingId: meeting.id,
    executive,
    data: { ownerPersonId, ownerBodyId, lines: group.map(({ id }) => id), count: group.length },
  });
}
