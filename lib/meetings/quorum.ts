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
