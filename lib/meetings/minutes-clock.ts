const hourMs = 3_600_000;

/** Public minutes are due so many hours after the meeting ended (DOMAIN 5: 72, a setting). */
export function minutesDueAt(adjournedAt: Date, dueHours: number): Date {
  return new Date(adjournedAt.getTime() + dueHours * hourMs);
}

/** "14 hours left", "3 hours late", "9 days late": whole ones, the last hour in minutes, days from two of them on. */
export function clockWords(dueAt: Date, now: Date): string {
  const minutes = Math.round(Math.abs(dueAt.getTime() - now.getTime()) / 60_000);
  const [count, unit] = inUnits(minutes);
  return `${count} ${count === 1 ? unit : `${unit}s`} ${dueAt < now ? "late" : "left"}`;
}

function inUnits(minutes: number): [number, string] {
  if (minutes < 60) return [minutes, "minute"];
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? [hours, "hour"] : [Math.floor(hours / 24), "day"];
}
