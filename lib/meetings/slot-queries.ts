import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { env } from "../env";
import { type ReadinessRow, readinessFrom, readinessJson } from "../proposals/readiness-queries";
import { type Actor, isOfficer } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { minutesOver, type Timed } from "./capacity";
import type { AgendaItemStatus, MeetingStatus } from "./machine";
import { isRequesterOf } from "./policy";
import { slotExpiry } from "./slot-expiry";
import { type SlotFacts, type SlotRequestStatus, slotRequestMachine, type Terms } from "./slot-machine";
import { itemVisibleSql } from "./visibility";
import { whenInWords } from "./when";

interface SlotRow extends Timed {
  version: number;
  status: SlotRequestStatus;
  note: string;
  constraints: string;
  earliestOn: string | null;
  latestOn: string | null;
  requestedBy: string;
  createdAt: string;
  updatedAt: string;
  offer: OfferRow | null;
  /** Why it was declined or withdrawn. */
  reason: string | null;
}

interface OfferRow extends Timed {
  note: string;
  by: string | null;
  /** The office in which it was made: null for a counter-offer. */
  as: "chair" | "secretary" | null;
  overrideReason: string | null;
  meeting: {
    date: string;
    startsAt: string;
    timeZone: string;
    status: MeetingStatus;
    capacityMinutes: number;
    takenMinutes: number;
    visibleMinutes: number;
  };
}

/** A place that the proposal had or has on an agenda. */
export interface Place extends Timed {
  itemId: number;
  date: string;
  startsAt: string;
  timeZone: string;
  section: string;
  status: AgendaItemStatus;
  meetingStatus: MeetingStatus;
  minutesStatus: string;
  overrideReason: string | null;
}

export interface SlotShown extends Omit<SlotRow, "offer"> {
  /** When what lies on the table expires without an answer; null where nothing does. */
  expiresAt: Date | null;
  offer: (OfferRow & { when: string; overMinutes: number }) | null;
  moves: AllowedMove[];
}

/** How a proposal stands with the board: its latest request for time, and its places on agendas, latest first. */
export interface BoardState {
  slot: SlotShown | null;
  places: Place[];
  /** Whether this actor may ask for time now. */
  mayRequest: boolean;
}

interface Head {
  id: number;
  status: string;
  authorId: number;
  imported: boolean;
}

const taken = (
  condition: Prisma.Sql,
) => Prisma.sql`(SELECT coalesce(sum(i."presentMinutes" + i."qaMinutes"), 0)
  FROM "AgendaItem" i LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
  WHERE i."meetingId" = m."id" AND i."status" IN ('planned', 'open', 'done') AND ${condition})`;

/** One query; the caller has found the proposal by `findProposalHead`, which asks what this actor may see. */
export async function findBoardState(actor: Actor, head: Head): Promise<BoardState> {
  const [row] = await db.$queryRaw<{ slot: SlotRow | null; places: Place[] }[]>(Prisma.sql`
    SELECT (SELECT json_build_object('version', r."version", 'status', r."status", 'note', r."note", 'constraints', r."constraints",
        'presentMinutes', r."presentMinutes", 'qaMinutes', r."qaMinutes", 'earliestOn', r."earliestOn",
        'latestOn', r."latestOn", 'createdAt', r."createdAt", 'updatedAt', r."updatedAt",
        'requestedBy', (SELECT w."name" FROM "Person" w WHERE w."id" = r."requestedById"),
        'reason', (SELECT e."data"->>'reason' FROM "Event" e WHERE e."subject" = 'slot_request'
          AND e."subjectId" = r."id" ORDER BY e."id" DESC LIMIT 1),
        'offer', CASE WHEN m."id" IS NOT NULL THEN json_build_object('note', r."offerNote",
          'presentMinutes', r."offeredPresentMinutes", 'qaMinutes', r."offeredQaMinutes",
          'overrideReason', r."overrideReason",
          'by', (SELECT w."name" FROM "Person" w WHERE w."id" = r."offeredById"),
          'as', (SELECT g."role" FROM "RoleGrant" g WHERE g."personId" = r."offeredById" AND g."until" IS NULL
            AND g."role" IN ('chair', 'secretary') LIMIT 1),
          'meeting', json_build_object('date', m."date", 'startsAt', m."startsAt", 'timeZone', m."timeZone",
            'status', m."status", 'capacityMinutes', m."capacityMinutes",
            'takenMinutes', ${taken(Prisma.sql`true`)}, 'visibleMinutes', ${taken(itemVisibleSql(actor))})) END)
      FROM "SlotRequest" r LEFT JOIN "Meeting" m ON m."id" = r."offeredMeetingId"
      WHERE r."proposalId" = ${head.id} ORDER BY r."id" DESC LIMIT 1) AS slot,
    (SELECT coalesce(json_agg(json_build_object('itemId', i."id", 'date', m."date", 'startsAt', m."startsAt",
        'timeZone', m."timeZone", 'section', i."section", 'status', i."status", 'meetingStatus', m."status",
        'minutesStatus', m."minutesStatus", 'presentMinutes', i."presentMinutes", 'qaMinutes', i."qaMinutes",
        'overrideReason', i."overrideReason") ORDER BY i."id" DESC), '[]')
      FROM "AgendaItem" i JOIN "Meeting" m ON m."id" = i."meetingId" LEFT JOIN "Proposal" p ON p."id" = i."proposalId"
      WHERE i."proposalId" = ${head.id} AND ${itemVisibleSql(actor)}) AS places`);
  const slot = row?.slot ? slotShown(actor, head, row.slot) : null;
  const isOpen = slot?.moves.length || ["requested", "offered", "countered"].includes(slot?.status ?? "");
  const mayRequest = head.status === "discussion" && !isOpen && isRequesterOf(actor, head);
  return { slot, places: row?.places ?? [], mayRequest };
}

function slotShown(actor: Actor, head: Head, row: SlotRow): SlotShown {
  const { authorId, imported } = head;
  const facts: SlotFacts = { status: row.status, authorId, imported, proposalStatus: head.status };
  const terms = row.offer && termsShown(row.offer);
  const offer = row.offer &&
    terms && { ...row.offer, when: terms.when, overMinutes: terms.visibleOverMinutes };
  const { status } = row;
  const waits = status === "offered" || status === "countered";
  const expiresAt = waits ? slotExpiry(new Date(row.updatedAt), env().SLOT_EXPIRY_DAYS) : null;
  return { ...row, offer, expiresAt, moves: movesOf(actor, facts, terms) };
}

/** What lies on the table is weighed for accepting it; other moves name a meeting of their own. */
function movesOf(actor: Actor, facts: SlotFacts, terms: Terms | null): AllowedMove[] {
  const accepting = ["accept", "accept_counter"];
  const free = allowedMoves(slotRequestMachine, actor, facts).filter(({ name }) => !accepting.includes(name));
  // An officer may give a reason with the acceptance: that it does not fit is then said, not refused.
  const weighed =
    terms && facts.status === "countered" ? { ...terms, overrideReason: "given with it" } : terms;
  const accept = weighed
    ? allowedMoves(slotRequestMachine, actor, { ...facts, terms: weighed }).filter(({ name }) =>
        accepting.includes(name),
      )
    : [];
  return [...accept, ...free].filter(({ name }) => name !== "lapse" && name !== "expire");
}

function termsShown(offer: OfferRow): Terms {
  const { meeting } = offer;
  const startsAt = new Date(meeting.startsAt);
  const { capacityMinutes } = meeting;
  return {
    when: whenInWords(startsAt, meeting.timeZone),
    meetingStatus: meeting.status,
    isPast: startsAt <= now(),
    overMinutes: minutesOver({ capacityMinutes, takenMinutes: meeting.takenMinutes }, offer),
    visibleOverMinutes: minutesOver({ capacityMinutes, takenMinutes: meeting.visibleMinutes }, offer),
    overrideReason: offer.overrideReason ?? "",
  };
}

/** A request for time that waits for somebody. */
export interface SlotInQueue extends Timed {
  constraints: string;
  earliestOn: string | null;
  latestOn: string | null;
  /** The date of the meeting that lies on the table. */
  offeredOn: string | null;
  number: number;
  title: string;
  status: SlotRequestStatus;
  /** Who has to move next. */
  waitsFor: "officers" | "requester";
  note: string;
  requestedBy: string;
  requestedAt: Date;
  waitingDays: number;
  asks: number;
  /** Whether the board can decide on it, and what it still needs: the sentence of its readiness. */
  readiness: string;
}

interface QueueRow extends Omit<SlotInQueue, "waitsFor" | "waitingDays" | "readiness"> {
  readinessFacts: ReadinessRow | null;
}

/** Open requests for time, the oldest first, with what each proposal still needs: for the officers' home. */
export async function listSlotQueue(actor: Actor): Promise<SlotInQueue[]> {
  if (!isOfficer(actor)) return [];
  const rows = await db.$queryRaw<QueueRow[]>(Prisma.sql`
    SELECT p."number", p."title", r."status", r."note", r."constraints", r."earliestOn", r."latestOn", m."date" AS "offeredOn", r."presentMinutes", r."qaMinutes", w."name" AS "requestedBy",
      r."createdAt" AS "requestedAt", (SELECT count(*)::int FROM "Ask" a WHERE a."proposalId" = p."id") AS "asks",
      ${readinessJson()} AS "readinessFacts"
    FROM "SlotRequest" r JOIN "Proposal" p ON p."id" = r."proposalId" JOIN "Person" w ON w."id" = r."requestedById"
      LEFT JOIN "Meeting" m ON m."id" = r."offeredMeetingId"
    WHERE r."status" IN ('requested', 'offered', 'countered') ORDER BY r."createdAt", r."id" LIMIT 100`);
  return rows.map(({ readinessFacts, ...row }) => ({
    ...row,
    waitsFor: row.status === "offered" ? "requester" : "officers",
    waitingDays: Math.floor((now().getTime() - row.requestedAt.getTime()) / 86_400_000),
    readiness: readinessFrom(readinessFacts, { number: row.number, mayWrite: false })?.sentence ?? "",
  }));
}
