import { HistoryList } from "@/components/workflow/history-list";
import type { TicketRow } from "@/lib/meetings/session-row";
import { sentenceOf } from "@/lib/workflow/history";

/** A ticket that came back for a decision, with what happened to it until now. */
export function TicketBefore({ ticket: { number, title, events } }: { ticket: TicketRow }) {
  return (
    <>
      <h3 className="mt-6">
        What led here: <a href={`/tickets/${number}`}>T-{number}</a> <span dir="auto">{title}</span>
      </h3>
      <HistoryList
        entries={events.map(({ id, at, ...event }) => ({
          id,
          at,
          ...sentenceOf({ ...event, ticketNumber: number }),
        }))}
      />
    </>
  );
}
