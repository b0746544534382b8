import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MeetingStatus } from "./machine";

/** A meeting as a calendar needs it. */
export interface CalendarMeeting {
  id: number;
  date: string;
  title: string;
  place: string;
  startsAt: Date;
  capacityMinutes: number;
  status: MeetingStatus;
  /** Raised with each change: how a calendar knows the newer of two (RFC 5545, 3.8.7.4). */
  version: number;
  /** When something was last recorded of it: the same file as long as nothing is. */
  changedAt: Date;
  /** Titles of its items, in order, as far as the reader may see them. */
  items: readonly string[];
}

/**
 * Meetings as an iCalendar file (RFC 5545), in UTC instants: every calendar shows them in its own zone, and a change
 * of clocks moves nothing. A cancelled meeting stays in it as cancelled, so that it leaves the reader's calendar.
 */
export function calendarOf(
  meetings: readonly CalendarMeeting[],
  portal: URL,
  name = "Streamboard meetings",
): string {
  const calendar = ical({
    name,
    description: "Meetings, with what stands on their agendas.",
    prodId: { company: "Streamboard", product: "Portal", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    url: new URL("/meetings", portal).href,
    ttl: 3600,
  });
  for (const meeting of meetings) addTo(calendar, meeting, portal);
  return calendar.toString();
}

function addTo(calendar: ICalCalendar, meeting: CalendarMeeting, portal: URL): void {
  const address = new URL(`/meetings/${meeting.date}`, portal).href;
  calendar.createEvent({
    id: `meeting-${meeting.id}@${portal.hostname}`,
    sequence: meeting.version - 1,
    stamp: meeting.changedAt,
    lastModified: meeting.changedAt,
    start: meeting.startsAt,
    end: new Date(meeting.startsAt.getTime() + meeting.capacityMinutes * 60_000),
    summary: meeting.title,
    location: meeting.place || null,
    url: address,
    description: [...meeting.items.map((title, place) => `${place + 1}. ${title}`), address].join("\n"),
    status: meeting.status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}
