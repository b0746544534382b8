import { Temporal } from "temporal-polyfill";
import { done, type Result, refuse } from "../result";

/** What a daylight-saving night did to a local time. */
export type ClockChange = "skipped" | "repeated";

export interface LocalInstant {
  instant: Date;
  clockChange?: ClockChange;
}

/**
 * The instant of a local date and time in a zone. On the night when clocks go forward a skipped time counts as if
 * they had not (02:30 becomes 03:30); on the night when they go back a repeated time means its first pass. This is
 * what RFC 5545 (3.3.5) says of both.
 */
export function instantOf(date: string, time: string, zone: string): Result<LocalInstant> {
  if (!isTimeZone(zone)) return refuse("invalid", unknownZone(zone));
  const local = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return done({ instant: new Date(later.epochMilliseconds) });
  const isRepeated = earlier.toPlainDateTime().equals(local);
  // For a skipped time "later" is the one that reads the clock as it was before the change.
  const taken = isRepeated ? earlier : later;
  return done({
    instant: new Date(taken.epochMilliseconds),
    clockChange: isRepeated ? "repeated" : "skipped",
  });
}

/** Says which instant was taken on a night with a clock change. */
export function clockChangeInWords(change: ClockChange, startsAt: Date, zone: string): string {
  const taken = `${localTime(startsAt, zone)} ${zone} (${localTime(startsAt, "UTC")} UTC)`;
  return change === "skipped"
    ? `Clocks go forward that night and the time you gave does not exist; the meeting starts at ${taken}.`
    : `Clocks go back that night and the time you gave comes twice; the meeting starts the first time, at ${taken}.`;
}

/** IANA names only: an offset such as +02:00 knows no daylight saving. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export function unknownZone(zone: string): string {
  return `“${zone.slice(0, 40)}” is not a time zone; give one such as UTC, Europe/Berlin or America/New_York.`;
}

/** The calendar date of an instant in a zone, YYYY-MM-DD. */
export function localDate(instant: Date, zone: string): string {
  return zonedOf(instant, zone).toPlainDate().toString();
}

/** The clock of an instant in a zone, HH:MM. */
export function localTime(instant: Date, zone: string): string {
  return zonedOf(instant, zone).toPlainTime().toString().slice(0, 5);
}

function zonedOf(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
