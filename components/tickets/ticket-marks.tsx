import { isoDate } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { agingOf, agingText } from "@/lib/tickets/aging";
import { agingDays } from "@/lib/tickets/aging-days";
import type { TicketLine } from "@/lib/tickets/line-queries";
import { isFinished } from "@/lib/tickets/policy";
import { quarterText } from "@/lib/tickets/quarter";
import { priorityLabels } from "@/lib/tickets/ui-text";

type Marked = Pick<
  TicketLine,
  "status" | "priority" | "dueOn" | "openBlockers" | "requestType" | "quarter" | "labels"
> & { updatedAt: Date | string; movedAt: Date | string };

/** What stands out about a ticket in a list, in words: how soon, late, blocked, without news. */
export function marksOf(ticket: Marked): { words: string; look: "urgent" | "late" | "blocked" | "label" }[] {
  const { status, priority, dueOn, openBlockers, requestType, quarter, labels } = ticket;
  const isOpen = !isFinished(status);
  const standing = {
    status,
    requestType,
    updatedAt: new Date(ticket.updatedAt),
    movedAt: new Date(ticket.movedAt),
  };
  const aging = agingOf(standing, now(), agingDays());
  return [
    ...(isOpen && (priority === "urgent" || priority === "high")
      ? [{ words: priorityLabels[priority], look: "urgent" as const }]
      : []),
    ...(isOpen && dueOn && dueOn < isoDate(now()) ? [{ words: "Past its date", look: "late" as const }] : []),
    ...(isOpen && openBlockers > 0
      ? [{ words: openBlockers === 1 ? "Blocked" : `Blocked by ${openBlockers}`, look: "blocked" as const }]
      : []),
    ...(aging ? [{ words: capital(agingText(aging)), look: "late" as const }] : []),
    ...(quarter ? [{ words: quarterText(quarter), look: "label" as const }] : []),
    ...labels.map((label) => ({ words: label, look: "label" as const })),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function TicketMarks({ ticket }: { ticket: Marked }) {
  const marks = marksOf(ticket);
  if (marks.length === 0) return null;
  return (
    <ul className="tk-marks">
      {marks.map(({ words, look }) => (
        <li key={words} className={look} dir="auto">
          {words}
        </li>
      ))}
    </ul>
  );
}
