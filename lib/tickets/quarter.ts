/** A quarter of a year, as text that sorts by time: 2027Q1. */
export const quarterPattern = /^(20\d\d)Q([1-4])$/;

export function quarterOf(at: Date): string {
  return `${at.getUTCFullYear()}Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
}

/** That many quarters later; earlier below zero. */
export function quartersAfter(quarter: string, count: number): string {
  const [, year, part] = quarterPattern.exec(quarter) ?? [];
  const total = Number(year) * 4 + Number(part) - 1 + count;
  return `${Math.floor(total / 4)}Q${(total % 4) + 1}`;
}

/** What a field offers: from the quarter of that day on, two years. */
export function quartersFrom(at: Date): string[] {
  return Array.from({ length: 8 }, (_, count) => quartersAfter(quarterOf(at), count));
}

/** Planned later than it was: a slip. Sooner, or planned for the first time, is none. */
export function isSlip(from: string | null, to: string): boolean {
  return from !== null && to > from;
}

/** Its quarter is over, and it is not done. */
export function isPast(quarter: string, at: Date): boolean {
  return quarter < quarterOf(at);
}

export function quarterText(quarter: string): string {
  return quarter.replace(quarterPattern, "Q$2 $1");
}

/** "slipped once", "slipped 3 times"; nothing where it did not. */
export function slipText(slips: number): string {
  if (slips === 0) return "";
  return slips === 1 ? "slipped once" : `slipped ${slips} times`;
}
