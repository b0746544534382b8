import type { ProposalStatus } from "./machine";

/** How many proposals fit a filter in each status: none where it is absent, and never more than `mostCounted` + 1. */
export type StatusCounts = Readonly<Partial<Record<ProposalStatus, number>>>;

export const mostCounted = 1_000;

export interface Total {
  count: number;
  /** There are more than that. */
  isLeast: boolean;
}

/** How many fit in these statuses, or in any where none is named; null where nobody counted that far. */
export function totalOf(counts: StatusCounts | null, statuses: readonly ProposalStatus[] = []): Total | null {
  if (!counts) return statuses.length === 0 ? { count: mostCounted, isLeast: true } : null;
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
