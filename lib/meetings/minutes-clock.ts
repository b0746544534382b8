const hourMs = 3_600_000;

/** Public minutes are due so many hours after the meeting ended (DOMAIN 5: 72, a setting). */
export function minutesDueAt(adjournedAt: Date, dueHours: number): Date {
  return new Date(adjournedAt.getTime() + dueHours * hourMs);
}

/** "14 hours left", "3 hours late": whole hours, the last one in minutes. */
export function clockWords(dueAt: Date, now: Date): string {
  const minutes = Math.round(Math.abs(dueAt.getTime() - now.getTime()) / 60_000);
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : [Math.floor(minutes / 60), "hour"];
  return `${count} ${count === 1 ? unit : `${unit}s`} ${dueAt < now ? "late" : "left"}`;
}
