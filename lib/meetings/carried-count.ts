/** A meeting that was held: whose it is, and when it began and ended. */
export interface HeldEvening {
  bodyId: number | null;
  startsAt: Date;
  adjournedAt: Date;
}

/** An ACTION as far as it is carried: the meeting that gave it, and when it was settled. */
export interface Carried {
  bodyId: number | null;
  startsAt: Date;
  /** When it was done or dropped; null where it is still open. */
  settledAt: Date | null;
}

/** Through how many meetings of its body an ACTION was carried: held after it was given, over before it was settled. */
export function carriedThrough(action: Carried, meetings: readonly HeldEvening[]): number {
  return meetings.filter(
    (meeting) =>
      meeting.bodyId === action.bodyId &&
      meeting.startsAt > action.startsAt &&
      (action.settledAt === null || meeting.adjournedAt < action.settledAt),
  ).length;
}

/** When the body last met: reports from before are not fresh any more. */
export function lastMet(bodyId: number | null, meetings: readonly HeldEvening[]): Date | null {
  const ended = meetings.filter((meeting) => meeting.bodyId === bodyId).map(({ adjournedAt }) => adjournedAt);
  return ended.length === 0 ? null : new Date(Math.max(...ended.map((at) => at.getTime())));
}

/** Whether the next meeting has to ask again: nothing was said since the last one. */
export function needsReport(
  action: { bodyId: number | null; givenAt: Date; reportedAt: Date | null },
  meetings: readonly HeldEvening[],
): boolean {
  const met = lastMet(action.bodyId, meetings);
  return action.reportedAt === null || (met !== null && action.reportedAt <= met);
}
