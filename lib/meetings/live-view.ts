import type { AgendaItemStatus, MeetingStatus } from "./machine";
import { type Quorum, quorumNow } from "./quorum";
import { isExecutive, spanOf } from "./session-record";
import type { AttendanceRow, ItemRow, LineRow, SessionRow } from "./session-row";
import type { Timed } from "./timer";
import type { AgendaSection } from "./ui-text";

/** Those who read executive items, and everybody else: what is streamed is made once for each. */
export type LiveAudience = "board" | "everybody";

export interface LiveItem {
  id: number;
  /** Its place on the agenda as this audience sees it. */
  place: number;
  title: string;
  section: AgendaSection;
  status: AgendaItemStatus;
  executive: boolean;
  isBreak: boolean;
  time: Timed;
}

export interface LivePerson {
  handle: string;
  name: string;
  part: AttendanceRow["part"];
  roles: string[];
  state: AttendanceRow["state"];
  /** Milliseconds; of who came late, or left. */
  since: number | null;
  left: boolean;
}

export interface LiveQuorum extends Omit<Quorum, "reachedAt"> {
  reachedAt: number | null;
}

/** A meeting as it is followed: facts, all instants in milliseconds. The page and the stream show the same. */
export interface LiveState {
  /** The last event that is in it. */
  seq: number;
  /** The server's clock, for whose own is set differently. */
  now: number;
  status: MeetingStatus;
  placeItemId: number | null;
  openItemId: number | null;
  /** The board is among itself. */
  executiveSince: number | null;
  items: LiveItem[];
  attendance: LivePerson[];
  quorum: LiveQuorum;
}

/** A line as it is streamed. */
export type LiveLine = Omit<LineRow, "questionOpen">;

export function liveStateOf(row: SessionRow, audience: LiveAudience, now: number): LiveState {
  const items = row.items.filter((item) => audience === "board" || !isExecutive(item));
  const seen = new Set(items.map(({ id }) => id));
  const open = items.find(({ status }) => status === "open");
  const since = row.executiveSpans.find(({ to }) => to === null)?.from;
  return {
    seq: row.seq,
    now,
    status: row.status,
    placeItemId: row.placeItemId !== null && seen.has(row.placeItemId) ? row.placeItemId : (open?.id ?? null),
    openItemId: open?.id ?? null,
    executiveSince: since === undefined ? null : Date.parse(since),
    items: items.map(liveItem),
    attendance: row.attendance.map(livePerson),
    quorum: quorumOfRow(row),
  };
}

/** Directors count from when they came until they left. */
export function quorumOfRow({ seatedDirectors, attendance }: SessionRow): LiveQuorum {
  const directors = attendance.filter(({ part }) => part === "director");
  const { reachedAt, ...quorum } = quorumNow(
    seatedDirectors ?? 0,
    directors.flatMap(({ spans }) => spans.map(spanOf)),
  );
  return { ...quorum, reachedAt: reachedAt?.getTime() ?? null };
}

export function timeOf(item: ItemRow): Timed {
  const { status, presentMinutes, qaMinutes, extraPresentMinutes, extraQaMinutes } = item;
  return {
    ...{ status, presentMinutes, qaMinutes, extraPresentMinutes, extraQaMinutes },
    openedAt: instant(item.openedAt),
    questionsAt: instant(item.questionsAt),
    closedAt: instant(item.closedAt),
  };
}

function liveItem(item: ItemRow, index: number): LiveItem {
  const { id, title, section, status, isBreak } = item;
  return {
    id,
    place: index + 1,
    title,
    section,
    status,
    isBreak,
    executive: isExecutive(item),
    time: timeOf(item),
  };
}

function livePerson({ handle, name, part, roles, state, arrivedAt, leftAt }: AttendanceRow): LivePerson {
  const left = leftAt !== null;
  const since = left ? leftAt : state === "late" ? arrivedAt : null;
  return { handle, name, part, roles, state, left, since: instant(since) };
}

function instant(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
