import { listActorsOf } from "../auth/reader";
import { now } from "../clock";
import { db } from "../db/client";
import { type Actor, readsExecutive } from "../workflow/actor";
import { type LiveAudience, type LiveState, liveStateOf } from "./live-view";
import { type LiveEventRow, readEventsAfter, readSession } from "./session-facts";

/** A meeting that can be followed, by its date; meetings are public. */
export async function findFollowed(date: string): Promise<{ id: number; date: string } | null> {
  return db.meeting.findUnique({ where: { date }, select: { id: true, date: true } });
}

export function audienceOf(actor: Actor): LiveAudience {
  return readsExecutive(actor) ? "board" : "everybody";
}

/** Which of these sessions still hold, and what each may read. */
export async function listStillReading(sessionIds: readonly string[]): Promise<Map<string, LiveAudience>> {
  const actors = await listActorsOf(sessionIds);
  return new Map([...actors].map(([id, actor]) => [id, audienceOf(actor)]));
}

/** For the hub alone, which shows each audience its own. */
export async function readLiveEvents(
  meetingId: number,
  after: number,
  most: number,
): Promise<LiveEventRow[]> {
  return readEventsAfter(db, meetingId, after, most);
}

/** The state for each audience, from one read. */
export async function readLiveStates(date: string): Promise<Record<LiveAudience, LiveState> | null> {
  const row = await readSession(db, date, { withLines: false });
  if (!row) return null;
  const at = now().getTime();
  return { board: liveStateOf(row, "board", at), everybody: liveStateOf(row, "everybody", at) };
}
