import { now } from "../clock";
import { log } from "../log";
import { changesState, frameOf, type Message, messageOf, stateFrame } from "./live-frames";
import type { Joining } from "./live-hub";
import { readLiveEvents, readLiveStates } from "./live-queries";
import type { LiveAudience, LiveState } from "./live-view";

export interface Follower extends Joining {
  /** The last event that was sent to it. */
  sent: number;
  /** What came while it is told what it missed; null once it is at the front. */
  waiting: Message[] | null;
}

type States = Record<LiveAudience, Omit<LiveState, "now">>;

/** Read at once; who missed more than this has its page made anew. */
const mostAtOnce = 200;
/** Kept in memory for those who come back after a moment; what is older is read from the database. */
const mostRecent = 300;

/** One meeting, as it is followed on this server: reads each event once, in order, and hands it to all who follow. */
export class LiveMeeting {
  readonly followers = new Set<Follower>();
  #recent: Message[] = [];
  /** The last event that was read; unknown until the first read. */
  #last: number | undefined;
  #states: States | undefined;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(
    readonly id: number,
    readonly date: string,
  ) {}

  join(follower: Follower): void {
    this.followers.add(follower);
    this.#tellMissed(follower).catch((failure) => {
      log.warn({ failure }, "a follower could not be told what it missed");
      follower.end(); // it comes back, and asks from the same place
    });
  }

  leave(follower: Follower): void {
    this.followers.delete(follower);
  }

  /** Reads what is new, now or as soon as the read that is under way has ended. */
  readOn(): void {
    this.#again = true;
    this.#reading ??= this.#readAll()
      .catch((failure) => log.warn({ failure }, "the events of a meeting could not be read")) // the next beat tries again
      .finally(() => {
        this.#reading = undefined;
      });
  }

  async #readAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      if (this.#last === undefined) await this.#readStates();
      const rows = await readLiveEvents(this.id, this.#last ?? 0, mostAtOnce);
      const last = rows.at(-1)?.seq;
      if (last === undefined) continue;
      const messages = rows.map(messageOf);
      this.#last = last;
      this.#recent = [...this.#recent, ...messages].slice(-mostRecent);
      for (const follower of this.followers) for (const message of messages) deliver(follower, message);
      if (rows.length === mostAtOnce) this.#again = true;
      if (!rows.some(changesState)) continue;
      await this.#readStates();
      for (const follower of this.followers) this.#sendState(follower);
    }
  }

  async #readStates(): Promise<void> {
    const states = await readLiveStates(this.date);
    if (!states) return;
    this.#states = states;
    this.#last ??= states.everybody.seq;
  }

  #sendState(follower: Follower): void {
    if (follower.waiting || !this.#states) return;
    follower.send(stateFrame(this.#states[follower.audience], now().getTime()));
  }

  /** Brings one who comes, or comes back, to the front: the state, then what it missed, then what came meanwhile. */
  async #tellMissed(follower: Follower): Promise<void> {
    this.readOn();
    await this.#reading;
    const upTo = this.#last;
    if (upTo === undefined) throw new Error(`the meeting of ${this.date} could not be read`);
    const missed = await this.#missedBy(follower, upTo);
    if (missed === null) follower.send(frameOf("reset", { seq: upTo }, upTo));
    const meanwhile = follower.waiting ?? [];
    follower.waiting = null;
    if (missed === null) follower.sent = upTo;
    this.#sendState(follower);
    for (const message of [...(missed ?? []), ...meanwhile]) deliver(follower, message);
  }

  /** Null where it missed more than can be told one by one. */
  async #missedBy({ sent }: Follower, upTo: number): Promise<Message[] | null> {
    if (sent >= upTo) return [];
    const [first] = this.#recent;
    if (first && first.seq <= sent + 1) return this.#recent.filter(({ seq }) => seq > sent && seq <= upTo);
    const rows = await readLiveEvents(this.id, sent, mostAtOnce);
    return rows.length === mostAtOnce ? null : rows.filter(({ seq }) => seq <= upTo).map(messageOf);
  }
}

/** Each event once, and in order. */
function deliver(follower: Follower, message: Message): void {
  if (follower.waiting) {
    follower.waiting.push(message);
    return;
  }
  if (message.seq <= follower.sent) return;
  follower.sent = message.seq;
  const frame = message.frames[follower.audience];
  if (frame) follower.send(frame);
}
