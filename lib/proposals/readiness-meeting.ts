import type { Coming, ReadinessFacts, ReadinessSetting } from "./readiness";

export const hourMs = 3_600_000;

/**
 * The next meeting that leaves the hours to read (DOMAIN 4). Where the text still changes they begin now at the
 * earliest; else they began with its last change.
 */
export function earliestMeeting(
  { coming, informationAt }: Pick<ReadinessFacts, "coming" | "informationAt">,
  { now, noticeHours }: Pick<ReadinessSetting, "now" | "noticeHours">,
  stillChanges: boolean,
): Coming | null {
  const outSince = informationAt === null || stillChanges ? now.getTime() : Date.parse(informationAt);
  const earliest = Math.max(outSince + noticeHours * hourMs, now.getTime());
  return coming.find(({ startsAt }) => Date.parse(startsAt) >= earliest) ?? null;
}

/** "Earliest meeting: 14 Oct 20:00 UTC." */
export function meetingInWords(
  meeting: Coming | null,
  earliest: Coming | null,
  { now, noticeHours }: Pick<ReadinessSetting, "now" | "noticeHours">,
): string {
  if (meeting) return `Meeting: ${shortly(meeting.startsAt, now)}.`;
  if (earliest) return `Earliest meeting: ${shortly(earliest.startsAt, now)}.`;
  if (noticeHours === 0) return "No meeting is planned yet.";
  return `No meeting is planned that leaves ${noticeHours} ${noticeHours === 1 ? "hour" : "hours"} to read it.`;
}

// Making a formatter costs more than a hundred uses of it.
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const timeFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** "14 Oct 20:00 UTC", with the year where it is another one. */
function shortly(startsAt: string, now: Date): string {
  const at = new Date(startsAt);
  const year = at.getUTCFullYear() === now.getUTCFullYear() ? "" : ` ${at.getUTCFullYear()}`;
  return `${dayFormat.format(at)}${year} ${timeFormat.format(at)} UTC`;
}
