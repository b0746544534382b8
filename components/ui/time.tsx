import { now } from "@/lib/clock";
import { alsoText, type TimeFormat, timeText } from "./time-text";

export interface TimeProps {
  at: Date | string;
  /** IANA name; UTC unless told. */
  zone?: string;
  format?: TimeFormat;
  /** The reader's own zone, shown beside the first where the clock differs. */
  also?: string;
}

export function Time({ at, zone = "UTC", format = "datetime", also }: TimeProps) {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return <span>{String(at)}</span>;
  const beside =
    also && (format === "datetime" || format === "time") ? alsoText(instant, zone, also) : undefined;
  return (
    <time dateTime={instant.toISOString()}>
      {timeText(instant, format, zone, now()) + (beside ? ` (${beside})` : "")}
    </time>
  );
}
