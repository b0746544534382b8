/** One director's coming, as attendance records it. */
export interface Arrival {
  state: "present" | "late" | "absent" | "regrets";
  arrivedAt: Date | null;
}

export interface Quorum {
  seated: number;
  needed: number;
  attending: number;
  reached: boolean;
  /** When the director came who made it a quorum; null where none is reached. */
  reachedAt: Date | null;
}

/** Quorum is a majority of the seated directors (DOMAIN 5); a board without seats has none. */
export function neededFor(seated: number): number {
  return Math.floor(seated / 2) + 1;
}

/** Who is late counts from when they came. Only directors are given; guests and officers without a seat do not count. */
export function quorumOf(seated: number, directors: readonly Arrival[]): Quorum {
  const arrivals = directors
    .filter((one) => one.state === "present" || one.state === "late")
    .map((one) => one.arrivedAt?.getTime() ?? 0)
    .sort((a, b) => a - b);
  const needed = neededFor(seated);
  const last = arrivals[needed - 1];
  const reached = seated > 0 && last !== undefined;
  return {
    seated,
    needed,
    attending: arrivals.length,
    reached,
    reachedAt: reached ? new Date(last) : null,
  };
}

/** "Quorum: 6 of 9 directors attend; 5 are needed." The time is said beside it, as a time. */
export function quorumSentence({ seated, needed, attending, reached }: Omit<Quorum, "reachedAt">): string {
  const counts = `${attending} of ${seated} seated directors ${attending === 1 ? "attends" : "attend"}`;
  return reached ? `Quorum: ${counts}; ${needed} are needed.` : `No quorum: ${counts}; ${needed} are needed.`;
}

/** From when until when a director was there; open while they are. */
export interface Span {
  from: Date;
  to: Date | null;
}

export interface QuorumChange {
  at: Date;
  reached: boolean;
  attending: number;
}

/**
 * When the quorum was reached, lost and regained, from who came and went. What happens at one instant is one change:
 * whoever leaves as another comes breaks nothing.
 */
export function quorumChanges(seated: number, directors: readonly Span[]): QuorumChange[] {
  const instants = directors.flatMap(({ from, to }) =>
    to ? [from.getTime(), to.getTime()] : [from.getTime()],
  );
  const changes: QuorumChange[] = [];
  for (const at of [...new Set(instants)].sort((a, b) => a - b)) {
    const attending = directors.filter((span) => coversInstant(span, at)).length;
    const reached = seated > 0 && attending >= neededFor(seated);
    if (reached !== (changes.at(-1)?.reached ?? false))
      changes.push({ at: new Date(at), reached, attending });
  }
  return changes;
}

/** The quorum as it stands after all that the spans say. */
export function quorumNow(seated: number, directors: readonly Span[]): Quorum {
  const attending = directors.filter(({ to }) => to === null).length;
  const last = quorumChanges(seated, directors).at(-1);
  const reached = last?.reached ?? false;
  return { seated, needed: neededFor(seated), attending, reached, reachedAt: (reached && last?.at) || null };
}

/** Whoever leaves at an instant is not there at it any more. */
function coversInstant({ from, to }: Span, at: number): boolean {
  return from.getTime() <= at && (to === null || at < to.getTime());
}
