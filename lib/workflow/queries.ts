import { db, type Prisma } from "../db/client";
import { boardComment } from "../discussion/comment-policy";
import { writtenBy } from "../proposals/visibility";
import { type Actor, personIdOf, readsExecutive } from "./actor";
import { sentenceOf } from "./history";

export type HistoryOf = "proposalId" | "ticketId" | "meetingId" | "regionId";

export interface HistoryEntry {
  id: string;
  at: Date;
  who: string;
  sentence: string;
  why?: string;
}

const pageSize = 50;

/** Recorded like everything, and too light to be told: a hundred of them would bury what happened. */
const tooLight = ["comment.reacted", "comment.reaction_removed"];

/**
 * Who did what, the latest first, 50 a page, of a thing that the caller has found for this actor. Executive events
 * are only for who reads executive items, and for the authors of the proposal that they are about.
 */
export async function listHistory(
  actor: Actor,
  of: { [Key in HistoryOf]: Record<Key, number> }[HistoryOf],
  before?: string,
): Promise<{ entries: HistoryEntry[]; nextCursor?: string }> {
  const cursor = before && /^\d{1,18}$/.test(before) ? BigInt(before) : undefined;
  const rows = await db.event.findMany({
    where: {
      ...of,
      ...(cursor && { id: { lt: cursor } }),
      type: { notIn: [...tooLight] },
      ...(!readsExecutive(actor) && {
        OR: [
          { visibility: "public" },
          { proposal: writtenBy(personIdOf(actor) ?? -1), subject: { not: boardComment } },
        ],
      }),
    },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: {
      id: true,
      at: true,
      type: true,
      data: true,
      onBehalfOf: true,
      actor: { select: { name: true } },
      ticket: { select: { number: true } },
      meeting: { select: { date: true } },
    },
  });
  const shown = rows.slice(0, pageSize).map((row) => ({
    id: String(row.id),
    at: row.at,
    ...sentenceOf({
      type: row.type,
      data: factsOf(row.data),
      actorName: row.actor?.name ?? null,
      onBehalfOf: row.onBehalfOf,
      ticketNumber: row.ticket?.number ?? null,
      meetingDate: row.meeting?.date ?? null,
    }),
  }));
  return rows.length > pageSize ? { entries: shown, nextCursor: shown.at(-1)?.id } : { entries: shown };
}

function factsOf(data: Prisma.JsonValue): Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
}
