import { processWide } from "../process-wide";

/** What this process has done with the database since it started. */
interface Counts {
  queries: number;
  /** Refused because of a limit, by the limit's name. */
  limited: Map<string, number>;
}

export const counts = processWide<Counts>("counts", () => ({ queries: 0, limited: new Map() }));
