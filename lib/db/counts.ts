/** What this process has done with the database since it started. */
export interface Counts {
  queries: number;
  /** Refused because of a limit, by the limit's name. */
  limited: Map<string, number>;
}

// The server and Next's bundle each load this module: one set of counts for both lives on globalThis.
const key = Symbol.for("streamboard.counts");
const shared = globalThis as { [key]?: Counts };

shared[key] ??= { queries: 0, limited: new Map() };

export const counts: Counts = shared[key];
