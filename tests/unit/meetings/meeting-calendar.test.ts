import { describe, expect, it } from "vitest";
import { type CalendarMeeting, calendarOf } from "@/lib/meetings/meeting-calendar";

const portal = new URL("https://portal.example.org");
const meeting: CalendarMeeting = {
  id: 7,
  date: "2026-12-09",
  title: "Board meeting",
  place: "Room A; bring coffee, please",
  startsAt: new Date("2026-12-09T20:00:00Z"),
  capacityMinutes: 60,
  status: "published",
  version: 3,
  changedAt: new Date("2026-11-01T10:00:00Z"),
  items: ["Minutes of the previous meeting", "A region that runs Stream"],
};

/** The lines of a calendar, put together again where they were folded (RFC 5545, 3.1). */
function linesOf(text: string): string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}

describe("a meeting in a calendar", () => {
  it("starts and ends at UTC instants, so that no change of clocks moves it", () => {
    const lines = linesOf(calendarOf([meeting], portal));
    expect(lines).toContain("DTSTART:20261209T200000Z");
    expect(lines).toContain("DTEND:20261209T210000Z");
  });

  it("keeps one name for its life and counts its changes", () => {
    const lines = linesOf(calendarOf([meeting], portal));
    expect(lines).toContain("UID:meeting-7@portal.example.org");
    expect(lines).toContain("SEQUENCE:2");
  });

  it("says where it is, what stands on its agenda, and where to read it", () => {
    const text = linesOf(calendarOf([meeting], portal)).join("\n");
    expect(text).toContain("LOCATION:Room A\\; bring coffee\\, please");
    expect(text).toContain("1. Minutes of the previous meeting\\n2. A region that runs Stream");
    expect(text).toMatch(/URL[^\n]*:https:\/\/portal\.example\.org\/meetings\/2026-12-09/);
  });

  it("stays in the calendar as cancelled when it is cancelled", () => {
    expect(linesOf(calendarOf([{ ...meeting, status: "cancelled" }], portal))).toContain("STATUS:CANCELLED");
    expect(linesOf(calendarOf([meeting], portal))).toContain("STATUS:CONFIRMED");
  });

  it("lets no title add a line of its own", () => {
    const lines = linesOf(
      calendarOf([{ ...meeting, title: "A\r\nATTENDEE:mailto:eve@example.org" }], portal),
    );
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
  });

  it("is a whole calendar also where no meeting is set", () => {
    const lines = linesOf(calendarOf([], portal));
    expect([lines[0], lines.at(-1) || lines.at(-2)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR"]);
  });
});
