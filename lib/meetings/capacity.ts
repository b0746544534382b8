/** Minutes to present, and minutes for questions. */
export interface Timed {
  presentMinutes: number;
  qaMinutes: number;
}

export function minutesOf(item: Timed): number {
  return item.presentMinutes + item.qaMinutes;
}

/** What stands on an agenda: the sum of its items. Items that were carried over or withdrawn are not on it. */
export function minutesTaken(items: readonly Timed[]): number {
  return items.reduce((sum, item) => sum + minutesOf(item), 0);
}

export interface Room {
  capacityMinutes: number;
  takenMinutes: number;
}

/** By how many minutes the agenda would be too long with one item more; 0 where it fits. */
export function minutesOver({ capacityMinutes, takenMinutes }: Room, wanted: Timed): number {
  return Math.max(0, takenMinutes + minutesOf(wanted) - capacityMinutes);
}

export function minutesInWords(minutes: number): string {
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

export function overWords(minutes: number): string {
  return `${minutesInWords(minutes)} over`;
}
