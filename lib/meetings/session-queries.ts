import { now } from "../clock";
import { db } from "../db/client";
import { mayMove } from "../decisions/ballot-policy";
import { mayRecordDecision } from "../decisions/policy";
import { whatMotionHolds } from "../decisions/rule-set";
import { keysOf } from "../keys-of";
import { type Actor, readsExecutive } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { answersGiven } from "./answers-given";
import { audienceOf } from "./live-queries";
import { type LiveState, liveStateOf, quorumOfRow } from "./live-view";
import { agendaItemMachine, meetingMachine } from "./machine";
import { nextOf } from "./next-of";
import { mayPreside, mayReadItem, mayRunMeetings } from "./policy";
import type { Quorum } from "./quorum";
import { readLine, readLines, readSession } from "./session-facts";
import { mayReadLines, mayWriteLine, mayWriteRecord } from "./session-policy";
import { isExecutive } from "./session-record";
import type { ItemRow, LineRow, SessionRow } from "./session-row";
import { type TogetherSection, togetherSections, whyNotPull } from "./together";

export interface SessionItem extends ItemRow {
  executive: boolean;
  /** Open and close, as far as this reader may. */
  moves: AllowedMove[];
  mayWriteLines: boolean;
  mayDecide: boolean;
  /** A motion can be made on it now: the meeting has it open, and no other motion waits. */
  mayMove: boolean;
  mayPull: boolean;
  /** Lines before the ones in here. */
  earlierLines: number;
  /** Questions asked under it that are still open, with the answer that was written down. */
  openHere: { lineId: number; number: number; text: string; answer: string | null }[];
}

/** How many lines of an item a page shows at first. */
export const linesShown = 200;

export interface Wanted {
  /** The item to look at, wherever the meeting is. */
  item?: string;
  /** Shows the lines before this one. */
  before?: number;
}

export interface Session extends Omit<SessionRow, "items" | "minutesMarkdown" | "minutesText"> {
  items: SessionItem[];
  /** The item that this page shows; the only one whose lines are in here, the latest of them. */
  shown: SessionItem | null;
  /** It stands where the meeting is, and moves on with it. */
  follows: boolean;
  /** What is shown to everybody of this reader's kind, as it will be streamed. */
  live: LiveState;
  /** Whom the executive session shuts out. */
  isGuest: boolean;
  /** The guests were sent out, and this reader is one. */
  closedToReader: boolean;
  mayPreside: boolean;
  mayMarkPlace: boolean;
  /** Whether something is left for the chair to go on to. */
  hasNext: boolean;
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
export async function findSession(actor: Actor, date: string, wanted: Wanted = {}): Promise<Session | null> {
  const row = await readSession(db, date, { withLines: false });
  if (!row) return null;
  const { minutesMarkdown: _kept, minutesText: _text, items: all, ...session } = row;
  const items = all.filter((item) => mayReadItem(actor, item)).map((item) => sessionItem(actor, row, item));
  const live = liveStateOf(row, audienceOf(actor), now().getTime());
  const chosen = items.find((item) => String(item.id) === wanted.item);
  const shown = chosen ?? placeOf(items, live);
  if (shown) await addLines(actor, shown, wanted.before);
  const attendanceRecorded = row.attendance.length > 0;
  const { reachedAt, ...quorum } = quorumOfRow(row);
  const inSession = row.status === "in_session";
  return {
    ...session,
    // Guests who present are named to everybody by their item; those of executive items to nobody else.
    roster: mayRunMeetings(actor) ? row.roster : [],
    items,
    shown,
    follows: chosen === undefined,
    live,
    isGuest: audienceOf(actor) === "everybody",
    closedToReader: live.executiveSince !== null && audienceOf(actor) === "everybody",
    openItem: items.find((item) => item.status === "open") ?? null,
    quorum: { ...quorum, reachedAt: reachedAt === null ? null : new Date(reachedAt) },
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
    mayRecordAttendance: mayWriteRecord(actor, stateOf(row)).ok,
    mayPreside: mayPreside(actor) && inSession,
    mayMarkPlace: mayRunMeetings(actor) && inSession,
    hasNext: nextOf(items, live.openItemId, live.executiveSince !== null) !== null,
    together: mayPreside(actor) && inSession ? togetherIn(items) : [],
  };
}

/** A line that this reader may see. */
export async function findLine(actor: Actor, id: number): Promise<LineRow | null> {
  const line = await readLine(db, id);
  if (!line) return null;
  const item = await db.agendaItem.findUniqueOrThrow({
    where: { id: line.itemId },
    select: whoseLines,
  });
  return mayReadLines(actor, item) ? line : null;
}

export interface LineHistory {
  line: LineRow;
  meeting: { date: string; title: string };
  item: { id: number; title: string };
  /** What it said before, the latest first. */
  earlier: {
    revision: number;
    kind: LineRow["kind"];
    text: string;
    owner: string;
    dueOn: string | null;
    struck: boolean;
    by: string;
    at: Date;
  }[];
}

/** A line with all that it said before. */
export async function findLineHistory(actor: Actor, date: string, id: number): Promise<LineHistory | null> {
  const [line, row] = await Promise.all([
    readLine(db, id),
    db.minuteLine.findFirst({
      where: { id, meeting: { date } },
      select: {
        meeting: { select: { date: true, title: true } },
        item: { select: { id: true, title: true, ...whoseLines } },
        revisions: { orderBy: { revision: "desc" }, include: { by: { select: { name: true } } } },
      },
    }),
  ]);
  if (!line || !row || !mayReadLines(actor, row.item)) return null;
  const { revisions, meeting, item } = row;
  return {
    line,
    meeting,
    item: { id: item.id, title: item.title },
    earlier: revisions.map(({ by, ...each }) => ({ ...each, by: by.name })),
  };
}

/** What of an item says who reads its lines. */
const whoseLines = { visibility: true, section: true, proposal: { select: { visibility: true } } } as const;

/** Where the meeting is; before and after it, the first item that something can be done with. */
function placeOf(items: readonly SessionItem[], { placeItemId }: LiveState): SessionItem | null {
  const place = items.find(({ id }) => id === placeItemId);
  return place ?? items.find((item) => item.moves.length > 0) ?? items[0] ?? null;
}

async function addLines(actor: Actor, item: SessionItem, before: number | undefined): Promise<void> {
  if (!mayReadLines(actor, item)) return;
  const lines = await readLines(db, { itemId: item.id, most: linesShown + 1, before });
  item.earlierLines = Math.max(0, lines.length - linesShown);
  item.lines = lines.slice(-linesShown);
  const answers = answersGiven(lines);
  item.openHere = lines.flatMap(({ id, text, struck, questionNumber: number, questionOpen }) =>
    questionOpen && !struck && number !== null
      ? [{ lineId: id, number, text, answer: answers.get(id) ?? null }]
      : [],
  );
}

function isFreeForMotion(row: SessionRow, { status, ballots, decision }: ItemRow): boolean {
  const isBusy = ballots.some((ballot) => ballot.status !== "closed" && ballot.status !== "withdrawn");
  return row.status === "in_session" && status === "open" && !isBusy && decision === null;
}

function stateOf(row: SessionRow) {
  return { meetingStatus: row.status, minutesStatus: row.minutesStatus };
}

function togetherIn(items: readonly SessionItem[]): Session["together"] {
  const sections = keysOf(togetherSections);
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
    waitsForGuests: !isExecutive(item) && row.executiveSpans.some(({ to }) => to === null),
  };
  const state = stateOf(row);
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
    mayMove: mayMove(actor) && isFreeForMotion(row, item),
    earlierLines: 0,
    openHere: [],
  };
}
