export interface Timed {
  presentMinutes: number;
  qaMinutes: number;
}

export function minutesTaken(items: readonly Timed[]): number {
  return items.reduce((sum, item) => sum + item.presentMinutes + item.qaMinutes, 0);
}

/** How a meeting's time stands, in the words that every page uses for it. */
export function timeWords(capacityMinutes: number, takenMinutes: number): string {
  const left = capacityMinutes - takenMinutes;
  if (left < 0) return `${count(-left)} over: ${takenMinutes} of ${capacityMinutes} minutes asked for`;
  if (left === 0) return `Exactly full: all ${count(capacityMinutes)} taken`;
  if (takenMinutes === 0) return `All ${count(capacityMinutes)} free`;
  return `${left} of ${count(capacityMinutes)} free`;
}

function count(minutes: number): string {
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
