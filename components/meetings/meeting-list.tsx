import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import type { MeetingLine } from "@/lib/meetings/queries";
import { meetingStages, meetingStatusLabels } from "@/lib/meetings/ui-text";
import { timeWords } from "./time-balance";

/** Meetings, a line each: when, where, and how their time stands. */
export function MeetingList({ items, zone }: { items: readonly MeetingLine[]; zone?: string }) {
  return (
    <ol className="lines" data-list>
      {items.map((meeting) => (
        <li key={meeting.date}>
          <a className="line-title" href={`/meetings/${meeting.date}`}>
            <Time at={meeting.startsAt} zone={meeting.timeZone} also={zone ?? "UTC"} /> ·{" "}
            <span dir="auto">{meeting.title}</span>
          </a>
          <MeetingBadge status={meeting.status} />
          <p className="line-text">{summaryOf(meeting)}</p>
          {meeting.found && (
            <p className="line-text" dir="auto">
              On its agenda: {meeting.found.join(" · ")}
            </p>
          )}
          {meeting.place && (
            <p className="line-facts" dir="auto">
              {meeting.place}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

export function MeetingBadge({ status }: { status: MeetingLine["status"] }) {
  return <StatusBadge status={status} label={meetingStatusLabels[status]} stage={meetingStages[status]} />;
}

function summaryOf({ capacityMinutes, takenMinutes, items, minutesStatus, status }: MeetingLine): string {
  const count = items === 1 ? "1 item" : `${items || "No"} items`;
  if (status === "cancelled") return "Cancelled; its items moved on.";
  if (status === "adjourned") {
    return `${count} · ${minutesStatus === "published" ? "Minutes published" : "Minutes not published yet"}`;
  }
  return `${count} · ${timeWords(capacityMinutes, takenMinutes)}`;
}
