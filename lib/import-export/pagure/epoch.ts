/** What Pagure writes for a time: seconds since 1970 as text, with decimals on newer hosts, without on older. */
const EPOCH = /^(\d{1,11})(?:\.(\d{1,9}))?$/;

/**
 * The instant that Pagure wrote, to the millisecond; null where it wrote none. Digits beyond are cut, not
 * rounded, so that an instant never moves past another one.
 */
export function instantOf(epoch: string | number): Date | null {
  const parts = EPOCH.exec(String(epoch));
  if (!parts) return null;
  const milliseconds = (parts[2] ?? "").padEnd(3, "0").slice(0, 3);
  return new Date(Number(parts[1]) * 1000 + Number(milliseconds));
}
