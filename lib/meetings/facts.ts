import { now } from "../clock";
import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import { whatMotionHolds } from "../decisions/rule-set";
import type { Actor } from "../workflow/actor";
import { minutesTaken, type Timed } from "./capacity";
import type { AgendaItemFacts, MeetingFacts } from "./machine";
import { mayReadItem } from "./policy";
import type { SlotFacts } from "./slot-machine";

/** What counts against a meeting's time. */
export const onAgenda = { status: { in: ["planned", "open", "done"] } } satisfies Prisma.AgendaItemWhereInput;

/** A meeting as a command holds it: its row locked until the transaction ends, and what its moves are weighed on. */
export interface HeldMeeting {
  id: number;
  version: number;
  date: string;
  title: string;
  seriesId: number | null;
  startsAt: Date;
  timeZone: string;
  capacityMinutes: number;
  isPast: boolean;
  /** Minutes of all that stands on its agenda. */
  takenMinutes: number;
  /** Minutes of what this actor may see of it. */
  visibleMinutes: number;
  facts: MeetingFacts;
}

/**
 * The meeting with its facts, or null. Its row stays locked until the transaction ends, so that whoever places an
 * item weighs the sum that is true when the item is saved (promise 2). Lock the meeting before the proposal.
 */
export async function holdMeeting(
  tx: Tx,
  actor: Actor,
  where: { date: string } | { id: number },
): Promise<HeldMeeting | null> {
  const found = await tx.meeting.findUnique({ where, select: { id: true } });
  if (!found) return null;
  await tx.$queryRaw`SELECT 1 AS "held" FROM "Meeting" WHERE "id" = ${found.id} FOR UPDATE`;
  const row = await tx.meeting.findUniqueOrThrow({ where: { id: found.id }, select: meetingSelect });
  const { status, items, ballots, _count, ...meeting } = row;
  const readable = items.filter((item) => mayReadItem(actor, item));
  return {
    ...meeting,
    isPast: row.startsAt <= now(),
    takenMinutes: minutesTaken(items),
    visibleMinutes: minutesTaken(readable),
    facts: {
      status,
      attendanceRecorded: _count.attendance > 0,
      openItem: items.find((item) => item.status === "open")?.title ?? null,
      openMotion: whatMotionHolds(ballots),
    },
  };
}

const meetingSelect = {
  id: true,
  version: true,
  date: true,
  title: true,
  seriesId: true,
  startsAt: true,
  timeZone: true,
  capacityMinutes: true,
  status: true,
  ballots: {
    where: { status: { in: ["moved", "seconded", "open"] } },
    select: { text: true, status: true, rule: true, continuedAt: true },
  },
  items: {
    where: onAgenda,
    select: {
      title: true,
      status: true,
      visibility: true,
      presenterId: true,
      presentMinutes: true,
      qaMinutes: true,
      proposal: {
        select: { visibility: true, authorId: true, coAuthors: { select: { personId: true } } },
      },
    },
  },
  _count: { select: { attendance: true } },
} satisfies Prisma.MeetingSelect;

/** An agenda item as a command holds it. */
export interface HeldItem extends Timed {
  id: number;
  version: number;
  meetingId: number;
  proposalId: number | null;
  /** A ticket that waits for the board's decision. */
  ticketId: number | null;
  title: string;
  presenterId: number | null;
  coAuthorIds: number[];
  executive: boolean;
  facts: AgendaItemFacts;
}

const itemSelect = {
  id: true,
  version: true,
  meetingId: true,
  proposalId: true,
  ticketId: true,
  title: true,
  presenterId: true,
  presentMinutes: true,
  qaMinutes: true,
  status: true,
  visibility: true,
  proposal: {
    select: {
      visibility: true,
      authorId: true,
      sourceKey: true,
      coAuthors: { select: { personId: true } },
    },
  },
  meeting: {
    select: {
      status: true,
      items: { where: { status: "open" }, select: { id: true, title: true } },
      executiveSpans: { where: { leftAt: null }, select: { id: true } },
      _count: { select: { attendance: true } },
    },
  },
} satisfies Prisma.AgendaItemSelect;

type ItemRow = Prisma.AgendaItemGetPayload<{ select: typeof itemSelect }>;

/** The item of that id with the facts for its moves, if this actor may see it. */
export async function holdItem(tx: Tx, actor: Actor, where: { id: number }): Promise<HeldItem | null> {
  const row = await tx.agendaItem.findUnique({ where, select: itemSelect });
  return row && mayReadItem(actor, row) ? heldItem(row) : null;
}

/** Where a proposal stands on an agenda now (agenda_item_one_live: at most one place). */
export async function holdLiveItem(tx: Tx, { proposalId }: { proposalId: number }): Promise<HeldItem | null> {
  const row = await tx.agendaItem.findFirst({
    where: { proposalId, status: { in: ["planned", "open"] } },
    select: itemSelect,
  });
  return row && heldItem(row);
}

function heldItem({ proposal, meeting, status, visibility, ...item }: ItemRow): HeldItem {
  const executive = visibility === "executive" || proposal?.visibility === "executive";
  return {
    ...item,
    coAuthorIds: proposal?.coAuthors.map(({ personId }) => personId) ?? [],
    executive,
    facts: {
      status,
      authorId: proposal?.authorId ?? null,
      imported: proposal?.sourceKey != null,
      meetingStatus: meeting.status,
      attendanceRecorded: meeting._count.attendance > 0,
      otherOpenItem: meeting.items.find((other) => other.id !== item.id)?.title ?? null,
      waitsForGuests: !executive && meeting.executiveSpans.length > 0,
    },
  };
}

/** A slot request as a command holds it, with the terms that lie on the table. */
export interface HeldSlot extends Timed {
  id: number;
  version: number;
  proposalId: number;
  requestedById: number;
  offeredMeetingId: number | null;
  offeredPresentMinutes: number | null;
  offeredQaMinutes: number | null;
  overrideReason: string | null;
  note: string;
  executive: boolean;
  facts: SlotFacts;
}

/** The open negotiation of a proposal (slot_request_one_open: at most one), or null. */
export async function holdOpenSlot(tx: Tx, { proposalId }: { proposalId: number }): Promise<HeldSlot | null> {
  const row = await tx.slotRequest.findFirst({
    where: { proposalId, status: { in: ["requested", "offered", "countered"] } },
    select: {
      id: true,
      version: true,
      proposalId: true,
      requestedById: true,
      presentMinutes: true,
      qaMinutes: true,
      offeredMeetingId: true,
      offeredPresentMinutes: true,
      offeredQaMinutes: true,
      overrideReason: true,
      note: true,
      status: true,
      proposal: { select: { status: true, authorId: true, sourceKey: true, visibility: true } },
    },
  });
  if (!row) return null;
  const { status, proposal, ...slot } = row;
  return {
    ...slot,
    executive: proposal.visibility === "executive",
    facts: {
      status,
      authorId: proposal.authorId,
      imported: proposal.sourceKey !== null,
      proposalStatus: proposal.status,
    },
  };
}
