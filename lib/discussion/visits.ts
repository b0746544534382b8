/** A look that comes later than that after the last one is a new visit. */
export const visitMinutes = 30;

export interface VisitMark {
  lastAt: Date | string;
  sinceAt: Date | string | null;
}

/**
 * Since when something is new to somebody who looks now: the end of their visit before this one. Null where they have
 * not been here before. `markVisit` in commands/mark-visit.ts writes by the same rule.
 */
export function newSince(mark: VisitMark | null, at: Date): Date | null {
  if (!mark) return null;
  const last = new Date(mark.lastAt);
  if (at.getTime() - last.getTime() > visitMinutes * 60_000) return last;
  return mark.sinceAt === null ? null : new Date(mark.sinceAt);
}
