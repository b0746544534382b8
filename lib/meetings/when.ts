/** A meeting's time as sentences say it: "Wednesday 13 October 2021, 20:00 UTC". */
export function whenInWords(startsAt: Date, timeZone: string): string {
  const inZone = dayAndTime(startsAt, timeZone);
  return timeZone === "UTC" ? `${inZone} UTC` : `${inZone} ${timeZone} (${clock(startsAt, "UTC")} UTC)`;
}

function dayAndTime(at: Date, timeZone: string): string {
  const day = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }, timeZone).format(
    at,
  );
  return `${day.replace(",", "")}, ${clock(at, timeZone)}`;
}

function clock(at: Date, timeZone: string): string {
  return format({ hour: "2-digit", minute: "2-digit" }, timeZone).format(at);
}

// Making a formatter costs more than a hundred uses of it.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const key = JSON.stringify([options, timeZone]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
  formats.set(key, known);
  return known;
}
