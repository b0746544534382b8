export type TimeFormat = "date" | "datetime" | "time" | "relative-day";

const options = {
  date: { day: "numeric", month: "short", year: "numeric" },
  datetime: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  time: { hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  dayAndTime: {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  zone: { hour: "2-digit", timeZoneName: "short" },
  isoDay: { year: "numeric", month: "2-digit", day: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;
type Format = keyof typeof options;

// Making a formatter costs more than a hundred uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>();
const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });

/** An instant in words. Clock times always name their zone; "relative-day" is exact for a week, then a date. */
export function timeText(at: Date, format: TimeFormat, zone: string, today: Date): string {
  if (format !== "relative-day") return write(at, format, zone);
  const days = daysBetween(today, at, zone);
  return Math.abs(days) <= 7 ? relative.format(days, "day") : write(at, "date", zone);
}

/** The same instant for a reader in another zone: with its day where that differs; nothing where all is the same. */
export function alsoText(at: Date, zone: string, also: string): string | undefined {
  const there = write(at, "dayAndTime", also);
  if (there === write(at, "dayAndTime", zone)) return undefined;
  return daysBetween(at, at, zone, also) === 0 ? write(at, "time", also) : there;
}

function write(at: Date, format: Format, zone: string): string {
  const made = formatter(format, zone);
  const text =
    zone === "UTC"
      ? made.format(at)
      : made
          .formatToParts(at)
          .map((part) => (part.type === "timeZoneName" ? zoneName(at, zone, part.value) : part.value))
          .join("");
  return text.replace("Sept", "Sep"); // the one short month of four letters would break every column
}

/** British English knows CEST, but writes EDT as GMT-4; another English may know the name its people use. */
function zoneName(at: Date, zone: string, british: string): string {
  if (!british.startsWith("GMT")) return british;
  const names = ["en-US", "en-AU", "en-IN"].map((locale) => {
    const parts = formatter("zone", zone, locale).formatToParts(at);
    return parts.find((part) => part.type === "timeZoneName")?.value;
  });
  return names.find((name) => name && !/^(GMT|UTC)[+-]/.test(name)) ?? british;
}

function daysBetween(from: Date, to: Date, zone: string, zoneOfTo = zone): number {
  return (dayNumber(to, zoneOfTo) - dayNumber(from, zone)) / 86_400_000;
}

function dayNumber(at: Date, zone: string): number {
  const [day, month, year] = write(at, "isoDay", zone).split("/").map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day);
}

function formatter(format: Format, zone: string, locale = "en-GB"): Intl.DateTimeFormat {
  const key = `${format} ${zone} ${locale}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options[format], timeZone: knownZone(zone) });
  formatters.set(key, made);
  return made;
}

/** A zone that this machine's tables do not know must not take the page down: UTC, and it says so. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
