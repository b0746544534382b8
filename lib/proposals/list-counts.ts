import type { ProposalStatus } from "./machine";

/** How many proposals fit a filter in each status: never more than `mostCounted` + 1, so that counting stays cheap. */
export type StatusCounts = Readonly<Record<ProposalStatus, number>>;

export const mostCounted = 1_000;

export interface Total {
  count: number;
  /** There are more than that. */
  isLeast: boolean;
}

/** How many fit in these statuses, or in any where none is named. */
export function totalOf(counts: StatusCounts, statuses: readonly ProposalStatus[] = []): Total {
  const wanted = Object.entries(counts).filter(
    ([status]) => statuses.length === 0 || statuses.some((each) => each === status),
  );
  const sum = wanted.reduce((total, [, count]) => total + Math.min(count, mostCounted), 0);
  return { count: sum, isLeast: wanted.some(([, count]) => count > mostCounted) };
}

/** "34", "1,000+". */
export function totalText({ count, isLeast }: Total): string {
  return `${count.toLocaleString("en")}${isLeast ? "+" : ""}`;
}
