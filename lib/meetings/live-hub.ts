import { now } from "../clock";
import { type Listening, listenTo } from "../db/listener";
import { log } from "../log";
import { isStopping, onStop } from "../server/on-stop";
import { type Frame, frameOf, greeting } from "./live-frames";
import { type Follower, LiveMeeting } from "./live-meeting";
import { listStillReading } from "./live-queries";
import type { LiveAudience } from "./live-view";

/** The channel on which the database says that a meeting has an event (trigger event_of_meeting_numbered). */
const channel = "meeting_event";
const beatMs = 15_000;
/** Of one person, or of one browser: more pages than anybody looks at. */
const mostOfOnePerson = 30;

export interface Joining {
  meetingId: number;
  date: string;
  audience: LiveAudience;
  /** Whose stream it is; null of who has not signed in. */
  reader: { sessionId: string; personId: number } | null;
  /** The last event that this reader has seen. */
  after: number;
  send(frame: Frame): void;
  /** Ends the stream. */
  end(): void;
}

export type Joined = { ok: true; leave(): void } | { ok: false; reason: "stopping" | "full" };

/**
 * All who follow a meeting on this server. One connection listens to the database, one read serves all followers, and
 * each event is written once for the board and once for everybody else: a hundred followers cost what one does, and the
 * writing of bytes.
 */
export class LiveHub {
  readonly #meetings = new Map<number, LiveMeeting>();
  #listening: Listening | undefined;
  #beat: NodeJS.Timeout | undefined;

  constructor(readonly most: () => number) {
    onStop(() => this.stop());
  }

  get followers(): number {
    return this.#all().length;
  }

  join(joining: Joining): Joined {
    if (isStopping()) return { ok: false, reason: "stopping" };
    if (this.#isFull(joining)) return { ok: false, reason: "full" };
    this.#start();
    const { meetingId, date } = joining;
    const meeting = this.#meetings.get(meetingId) ?? new LiveMeeting(meetingId, date);
    this.#meetings.set(meetingId, meeting);
    joining.send(greeting);
    const follower: Follower = { ...joining, sent: joining.after, waiting: [] };
    meeting.join(follower);
    return { ok: true, leave: () => this.#leave(meeting, follower) };
  }

  /** Ends every stream; browsers come back by themselves, to whichever server is there. */
  stop(): void {
    clearInterval(this.#beat);
    for (const follower of this.#all()) follower.end();
    this.#meetings.clear();
    void this.#listening?.stop();
    this.#listening = undefined;
    this.#beat = undefined;
  }

  #start(): void {
    this.#listening ??= listenTo(channel, {
      onNotice: (payload) => this.#meetings.get(Number.parseInt(payload, 10))?.readOn(),
      onConnected: () => this.#readAll(),
    });
    this.#beat ??= setInterval(() => this.#onBeat(), beatMs).unref();
  }

  /** Says that the stream is alive, reads what a lost notice may have missed, and asks who may still read. */
  #onBeat(): void {
    const beat = frameOf("beat", { now: now().getTime() });
    for (const follower of this.#all()) follower.send(beat);
    this.#readAll();
    this.#endOfOthers().catch((failure) =>
      log.warn({ failure }, "who follows a meeting could not be checked"),
    );
  }

  /** A session that ended, or a role that did, ends the stream: what comes next is asked for anew. */
  async #endOfOthers(): Promise<void> {
    const followers = this.#all().filter(({ reader }) => reader !== null);
    if (followers.length === 0) return;
    const ids = followers.flatMap(({ reader }) => reader?.sessionId ?? []);
    const still = await listStillReading([...new Set(ids)]);
    for (const { reader, audience, send, end } of followers) {
      if (reader && still.get(reader.sessionId) === audience) continue;
      send(frameOf("bye", { reason: "session" }));
      end();
    }
  }

  #readAll(): void {
    for (const meeting of this.#meetings.values()) meeting.readOn();
  }

  #leave(meeting: LiveMeeting, follower: Follower): void {
    meeting.leave(follower);
    if (meeting.followers.size === 0 && this.#meetings.get(meeting.id) === meeting)
      this.#meetings.delete(meeting.id);
  }

  #isFull({ reader }: Joining): boolean {
    const all = this.#all();
    if (all.length >= this.most()) return true;
    return (
      reader !== null &&
      all.filter((one) => one.reader?.personId === reader.personId).length >= mostOfOnePerson
    );
  }

  #all(): Follower[] {
    return [...this.#meetings.values()].flatMap(({ followers }) => [...followers]);
  }
}
