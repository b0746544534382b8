import type { Limit } from "./rate-limits";

/** What all processes together have counted for somebody in the minute that is under way. */
export interface Settled {
  consumed: number;
  msLeft: number;
}

interface Entry {
  /** When its minute is over. */
  until: number;
  /** What all processes had counted when they were last asked, this one included. */
  known: number;
  /** What came here since then. */
  own: number;
  isSettling: boolean;
}

const minuteMs = 60_000;
const mostEntries = 20_000;
/** A tenth of the limit is counted here before the database hears of it: two servers let through so much too many. */
const partUnsettled = 10;

/**
 * Counts what is too frequent for a write each: in this process, and every so often together with the others. Whoever
 * looks at a few pages in a minute costs the database nothing; nobody waits for it. Where it is away, each process
 * counts for itself.
 */
export class SettledCounter {
  readonly #entries = new Map<string, Entry>();
  readonly #step: number;

  constructor(
    readonly limit: Limit,
    readonly settle: (who: string, points: number) => Promise<Settled>,
    readonly clock: () => number = () => performance.now(),
  ) {
    this.#step = Math.max(1, Math.floor(limit.perMinute / partUnsettled));
  }

  /** Counts one deed; answers how many seconds its doer has to wait, or 0 where they need not. */
  count(who: string): number {
    if (this.limit.perMinute === 0) return 0;
    const entry = this.#entryOf(who);
    if (entry.known + entry.own >= this.limit.perMinute) {
      return Math.max(1, Math.ceil((entry.until - this.clock()) / 1000));
    }
    entry.own += 1;
    if (entry.own >= this.#step && !entry.isSettling) void this.#settle(who, entry);
    return 0;
  }

  async #settle(who: string, entry: Entry): Promise<void> {
    const points = entry.own;
    entry.isSettling = true;
    try {
      const { consumed, msLeft } = await this.settle(who, points);
      entry.known = consumed;
      entry.until = this.clock() + msLeft;
    } catch {
      entry.known += points;
    }
    entry.own -= points;
    entry.isSettling = false;
  }

  #entryOf(who: string): Entry {
    const held = this.#entries.get(who);
    if (held && held.until > this.clock()) return held;
    this.#entries.delete(who);
    // They stand in the order in which their minutes began: the first is over, or soon will be.
    const oldest = this.#entries.keys().next();
    if (this.#entries.size >= mostEntries && !oldest.done) this.#entries.delete(oldest.value);
    const entry = { until: this.clock() + minuteMs, known: 0, own: 0, isSettling: false };
    this.#entries.set(who, entry);
    return entry;
  }
}
