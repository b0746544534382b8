import { now } from "../clock";
import { readRows } from "../db/read";
import type { Tx } from "../db/transaction";
import { env } from "../env";
import type { MaterialShown } from "../materials/queries";
import type { askKindLabels } from "../proposals/ui-text";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { agendaSql } from "./agenda-row-queries";
import { minutesTaken, type Timed } from "./capacity";
import type { Seat } from "./expected-quorum";
import {
  type AgendaItemFacts,
  type AgendaItemStatus,
  agendaItemMachine,
  type MeetingStatus,
  type MinutesStatus,
  meetingMachine,
} from "./machine";
import { type NoticeClock, noticeClock } from "./notice-clock";
import { type Outline, outlineOf } from "./outline";
import { mayHandOver, mayRunMeetings, mayWriteOutline } from "./policy";
import type { callAudiences } from "./schema";
import { type TogetherSection, whyNotPull } from "./together";
import type { AgendaSection } from "./ui-text";

interface ItemRow extends Timed {
  id: number;
  version: number;
  section: AgendaSection;
  status: AgendaItemStatus;
  executive: boolean;
  title: string;
  isBreak: boolean;
  outline: unknown;
  /** A word for whoever runs the meeting. */
  note: string;
  overrideReason: string | null;
  carryCount: number;
  /** Who had it talked about instead of being dealt with together, and why. */
  pulled: { from: TogetherSection; reason: string; by: string | null } | null;
  /** What happened to it after the agenda was published, until the meeting began. */
  late: "added" | "changed" | null;
  /** Date of the meeting that it was carried to. */
  carriedTo: string | null;
  presenterId: number | null;
  presenter: { handle: string; name: string } | null;
  /** A ticket that came back for a decision. */
  ticket?: { number: number } | null;
  proposal: {
    number: number;
    authorId: number;
    coAuthorIds: number[];
    imported: boolean;
    openQuestions: number;
    /** Words to read; null for whoever is not asked to read ahead. */
    words: number | null;
    /** Whether this reader has marked its present text as read. */
    isRead: boolean;
    /** The revision of its text, to tell which materials were pinned to an earlier one. */
    revision: number;
    /** What is there to look at, by number; removed ones are left out. */
    materials: AgendaMaterial[];
    asks: { number: number; kind: keyof typeof askKindLabels; text: string }[];
  } | null;
}

/** A material under its item, pinned to a revision of the proposal. */
export type AgendaMaterial = Pick<
  MaterialShown,
  "number" | "kind" | "title" | "url" | "file" | "revision" | "changedAt"
>;

interface MeetingRow {
  id: number;
  version: number;
  date: string;
  title: string;
  place: string;
  /** Empty where there is none, and for readers whom it is not meant for. */
  callLink: string;
  callFor: keyof typeof callAudiences;
  /** The date of its series, where it was moved from there. */
  seriesDate: string | null;
  startsAt: string;
  timeZone: string;
  capacityMinutes: number;
  status: MeetingStatus;
  minutesStatus: MinutesStatus;
  publishedAt: string | null;
  series: { key: string; name: string } | null;
  attendanceRecorded: boolean;
  /** The directors seated now, or when it was held, with what they said about coming. */
  seats: Seat[];
  /** What this reader said about coming; null where nothing. */
  reply: "attends" | "regrets" | null;
  /** The meetings beside it in time. */
  previous: string | null;
  next: string | null;
  cancelReason: string | null;
  items: ItemRow[];
}

export interface AgendaItemShown extends Omit<ItemRow, "outline"> {
  outline: Outline;
  mayOutline: boolean;
  mayHandOver: boolean;
  mayPull: boolean;
  withdraw: AllowedMove | undefined;
}

/** A meeting's agenda as this actor may see it. */
export interface Agenda extends Omit<MeetingRow, "items" | "startsAt" | "publishedAt"> {
  startsAt: Date;
  publishedAt: Date | null;
  notice: NoticeClock;
  /** What counts against the time, in the order of the meeting. */
  items: AgendaItemShown[];
  /** What stood on it and was carried over. */
  carried: AgendaItemShown[];
  takenMinutes: number;
  moves: AllowedMove[];
  mayRun: boolean;
  /** It has not been called to order yet, nor cancelled. */
  isAhead: boolean;
}

/** The agenda of that date, or of a date that the meeting was moved from, with one query; null where there is none. */
export async function findAgenda(actor: Actor, date: string): Promise<Agenda | null> {
  const [row] = await readRows<{ meeting: MeetingRow }>(agendaSql(actor, date));
  return row ? agendaOf(actor, row.meeting) : null;
}

/** The same inside a transaction: what a deed of it has just changed is in it. */
export async function findAgendaIn(tx: Tx, actor: Actor, date: string): Promise<Agenda | null> {
  const [row] = await tx.$queryRaw<{ meeting: MeetingRow }[]>(agendaSql(actor, date));
  return row ? agendaOf(actor, row.meeting) : null;
}

function agendaOf(actor: Actor, { items: rows, ...meeting }: MeetingRow): Agenda {
  const items = rows.filter((item) => item.status !== "carried");
  const openItem = items.find((item) => item.status === "open")?.title ?? null;
  const { status, attendanceRecorded } = meeting;
  const times = {
    startsAt: new Date(meeting.startsAt),
    publishedAt: meeting.publishedAt ? new Date(meeting.publishedAt) : null,
  };
  const shown = (item: ItemRow) => itemShown(actor, meeting, item);
  return {
    ...meeting,
    ...times,
    notice: noticeClock(times, env().AGENDA_NOTICE_HOURS, now()),
    items: items.map(shown),
    carried: rows.filter((item) => item.status === "carried").map(shown),
    takenMinutes: minutesTaken(items),
    moves: allowedMoves(meetingMachine, actor, { status, attendanceRecorded, openItem }),
    isAhead: status === "planned" || status === "published",
    mayRun: mayRunMeetings(actor) && status !== "adjourned" && status !== "cancelled",
  };
}

function itemShown(
  actor: Actor,
  meeting: Pick<MeetingRow, "status" | "attendanceRecorded">,
  { outline, ...item }: ItemRow,
): AgendaItemShown {
  const facts: AgendaItemFacts = {
    status: item.status,
    authorId: item.proposal?.authorId ?? null,
    imported: item.proposal?.imported ?? false,
    meetingStatus: meeting.status,
    attendanceRecorded: meeting.attendanceRecorded,
    otherOpenItem: null,
  };
  const isAhead =
    item.status === "planned" && (meeting.status === "planned" || meeting.status === "published");
  return {
    ...item,
    outline: outlineOf(outline),
    mayPull: !whyNotPull(actor, { ...item, meetingStatus: meeting.status }),
    mayOutline:
      isAhead &&
      mayWriteOutline(actor, {
        ...facts,
        presenterId: item.presenterId,
        coAuthorIds: item.proposal?.coAuthorIds ?? [],
      }),
    mayHandOver: isAhead && mayHandOver(actor, { ...facts, presenterId: item.presenterId }),
    withdraw: allowedMoves(agendaItemMachine, actor, facts).find((move) => move.name === "withdraw"),
  };
}
