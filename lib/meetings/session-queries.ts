import { db } from "../db/client";
import { mayRecordDecision } from "../decisions/policy";
import { whatMotionHolds } from "../decisions/rule-set";
import { type Actor, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { agendaItemMachine, meetingMachine } from "./machine";
import { mayPreside, mayReadItem, mayRunMeetings } from "./policy";
import { type Quorum, quorumOf } from "./quorum";
import { readSession } from "./session-facts";
import { mayWriteLine, mayWriteRecord } from "./session-policy";
import { isExecutive, minutesRecordOf } from "./session-record";
import type { ItemRow, SessionRow } from "./session-row";
import { type TogetherSection, togetherSections, whyNotPull } from "./together";

export interface SessionItem extends ItemRow {
  executive: boolean;
  /** Open and close, as far as this reader may. */
  moves: AllowedMove[];
  mayWriteLines: boolean;
  mayDecide: boolean;
  mayPull: boolean;
}

export interface Session extends Omit<SessionRow, "items" | "minutesMarkdown" | "minutesText"> {
  items: SessionItem[];
  /** The item that the meeting has before it, where this reader may see it. */
  openItem: SessionItem | null;
  quorum: Quorum;
  attendanceRecorded: boolean;
  /** Call to order and adjourn. */
  moves: AllowedMove[];
  mayRecordAttendance: boolean;
  /** Sections whose items the chair can deal with together now, with how many. */
  together: { section: TogetherSection; items: number }[];
}

/** The hour of a meeting as this actor may see it; executive items do not exist for others. Null without a meeting. */
export async function findSession(actor: Actor, date: string): Promise<Session | null> {
  const row = await readSession(db, date);
  if (!row) return null;
  const { minutesMarkdown: _kept, minutesText: _text, items: all, ...session } = row;
  const state = { meetingStatus: row.status, minutesStatus: row.minutesStatus };
  const items = all.filter((item) => mayReadItem(actor, item)).map((item) => sessionItem(actor, row, item));
  const attendanceRecorded = row.attendance.length > 0;
  return {
    ...session,
    // Guests who present are named to everybody by their item; those of executive items to nobody else.
    roster: mayRunMeetings(actor) ? row.roster : [],
    items,
    openItem: items.find((item) => item.status === "open") ?? null,
    quorum: quorumOf(
      row.seatedDirectors ?? 0,
      minutesRecordOf(row).attendance.filter((one) => one.part === "director"),
    ),
    attendanceRecorded,
    moves: allowedMoves(meetingMachine, actor, {
      status: row.status,
      attendanceRecorded,
      openItem: null, // adjourning closes what is open
      openMotion: whatMotionHolds(
        items
          .flatMap((item) => item.ballots)
          .filter(({ status }) => status !== "closed" && status !== "withdrawn"),
      ),
    }).filter((move) => move.name === "call_to_order" || move.name === "adjourn"),
    mayRecordAttendance: mayWriteRecord(actor, state).ok,
    together: mayPreside(actor) && row.status === "in_session" ? togetherIn(items) : [],
  };
}

function togetherIn(items: readonly SessionItem[]): Session["together"] {
  const sections = Object.keys(togetherSections) as TogetherSection[]; // Object.keys forgets the keys
  return sections
    .map((section) => ({
      section,
      items: items.filter((item) => item.section === section && item.status === "planned").length,
    }))
    .filter(({ items: count }) => count > 0);
}

function sessionItem(actor: Actor, row: SessionRow, item: ItemRow): SessionItem {
  const facts = {
    status: item.status,
    authorId: item.proposal?.authorId ?? null,
    imported: item.proposal?.imported ?? false,
    meetingStatus: row.status,
    attendanceRecorded: row.attendance.length > 0,
    otherOpenItem: row.items.find((other) => other.status === "open" && other.id !== item.id)?.title ?? null,
  };
  const state = { meetingStatus: row.status, minutesStatus: row.minutesStatus };
  return {
    ...item,
    executive: isExecutive(item),
    // Who presents an executive item knows of it, and not what the board said to it.
    ballots: readsExecutive(actor) || !isExecutive(item) ? item.ballots : [],
    moves: allowedMoves(agendaItemMachine, actor, facts).filter(
      (move) => move.name === "open" || move.name === "close",
    ),
    mayPull: !whyNotPull(actor, { ...item, meetingStatus: row.status }),
    mayWriteLines: mayWriteLine(actor, state, item).ok,
    mayDecide:
      mayRecordDecision(actor) &&
      item.status === "open" &&
      (item.proposal?.status === "under_review" || item.ticket?.status === "bounced") &&
      item.decision === null,
  };
}
