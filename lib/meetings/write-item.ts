import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import type { Timed } from "./capacity";
import type { AgendaSection } from "./ui-text";

export interface NewItem extends Timed {
  /** Locked by the caller (holdMeeting), who has weighed that there is room. */
  meeting: { id: number; date: string };
  proposalId?: number | null;
  ticketId?: number | null;
  slotRequestId?: number | null;
  section: AgendaSection;
  executive: boolean;
  title: string;
  isBreak?: boolean;
  /** A word for whoever runs the meeting: that of the request for time, or of the item that it carries on. */
  note?: string;
  /** What it was suggested from; the same is suggested, and placed, once (an index on meeting and source). */
  source?: string;
  presenterId?: number | null;
  /** Why it is taken although the agenda is too long with it. */
  override?: { reason: string; overMinutes: number } | null;
  /** The item of an earlier meeting that it carries on. */
  carried?: { fromId: number; carryCount: number; outline: object };
}

/** Writes an item at the end of its section, with its event, in the caller's transaction. */
export async function writeItem(tx: Tx, actor: Actor, item: NewItem): Promise<number> {
  const { meeting, section, override, carried, executive, title } = item;
  const last = await tx.agendaItem.aggregate({
    where: { meetingId: meeting.id, section },
    _max: { position: true },
  });
  const { id } = await tx.agendaItem.create({
    data: {
      meetingId: meeting.id,
      proposalId: item.proposalId ?? null,
      ticketId: item.ticketId ?? null,
      slotRequestId: item.slotRequestId ?? null,
      section,
      visibility: executive ? "executive" : "public",
      position: (last._max.position ?? 0) + 1,
      title,
      isBreak: item.isBreak ?? false,
      sourceKey: item.source || null,
      presenterId: item.presenterId ?? null,
      presentMinutes: item.presentMinutes,
      qaMinutes: item.qaMinutes,
      outline: carried?.outline ?? {},
      note: item.note ?? "",
      carriedFromId: carried?.fromId ?? null,
      carryCount: carried?.carryCount ?? 0,
      overrideReason: override?.reason ?? null,
      createdAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "agenda_item.planned",
    subject: "agenda_item",
    subjectId: id,
    proposalId: item.proposalId ?? null,
    ticketId: item.ticketId ?? null,
    meetingId: meeting.id,
    executive,
    data: {
      to: "planned",
      meeting: meeting.date,
      title,
      section,
      presentMinutes: item.presentMinutes,
      qaMinutes: item.qaMinutes,
      ...(override && { overrideReason: override.reason, overMinutes: override.overMinutes }),
      ...(carried && { carriedFromId: carried.fromId, carryCount: carried.carryCount }),
    },
  });
  return id;
}
