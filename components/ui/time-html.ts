import { now } from "@/lib/clock";
import { html, type SafeHtml } from "./html";
import { timeText } from "./time-text";

/** What <Time> shows of an instant in UTC, for lists that are written as one string. */
export function timeHtml(at: Date | string): SafeHtml {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return html`<span>${String(at)}</span>`;
  return html`<time dateTime="${instant.toISOString()}">${timeText(instant, "datetime", "UTC", now())}</time>`;
}
