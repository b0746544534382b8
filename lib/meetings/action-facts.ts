import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import type { ActionFacts } from "./action-machine";
import { mayReadItem } from "./policy";

/** An ACTION as a command holds it: its line locked until the transaction ends. */
export interface HeldAction {
  /** The line's. */
  id: number;
  /** 0 where nobody has reported yet, and there is no row. */
  version: number;
  text: string;
  meetingId: number;
  date: string;
  executive: boolean;
  facts: ActionFacts;
}

/** The ACTION behind a line of the minutes, if this actor may see it. */
export async function holdAction(tx: Tx, actor: Actor, lineId: number): Promise<HeldAction | null> {
  await tx.$queryRaw`SELECT 1 AS "held" FROM "MinuteLine" WHERE "id" = ${lineId} FOR UPDATE`;
  const line = await tx.minuteLine.findUnique({ where: { id: lineId }, select: lineSelect });
  if (line?.kind !== "action" || line.struckAt || !mayReadItem(actor, line.item)) return null;
  const { carried, item, meeting } = line;
  const owner = carried && (carried.ownerPersonId ?? carried.ownerBodyId) !== null ? carried : line;
  return {
    id: line.id,
    version: carried?.version ?? 0,
    text: line.text,
    meetingId: line.meetingId,
    date: meeting.date,
    executive: item.visibility === "executive" || item.proposal?.visibility === "executive",
    facts: {
      status: carried?.status ?? "open",
      ownerPersonId: owner.ownerPersonId,
      ownerBodyId: owner.ownerBodyId,
      ticket: (line.splitEntries[0]?.ticket ?? line.ticket)?.number ?? null,
      meetingIsOver: meeting.status === "adjourned",
    },
  };
}

/** The row that follows an ACTION; it begins with the first thing that is said about it. */
export async function rowOfAction(tx: Tx, held: HeldAction): Promise<{ id: number; version: number }> {
  if (held.version > 0) return held;
  await tx.carriedAction.create({ data: { id: held.id, createdAt: now() } });
  return { id: held.id, version: 1 };
}

const lineSelect = {
  id: true,
  kind: true,
  text: true,
  meetingId: true,
  ownerPersonId: true,
  ownerBodyId: true,
  meeting: { select: { date: true, status: true } },
  carried: { select: { status: true, version: true, ownerPersonId: true, ownerBodyId: true } },
  struckAt: true,
  ticket: { select: { number: true } },
  splitEntries: {
    where: { ticketId: { not: null } },
    orderBy: { id: "asc" },
    take: 1,
    select: { ticket: { select: { number: true } } },
  },
  item: {
    select: {
      visibility: true,
      presenterId: true,
      proposal: {
        select: { visibility: true, authorId: true, coAuthors: { select: { personId: true } } },
      },
    },
  },
} as const;
