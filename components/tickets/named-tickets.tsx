import type { NamedTicket } from "@/lib/tickets/link-queries";
import { statusLabels } from "@/lib/tickets/ui-text";

/** Another ticket in a sentence: its number, which leads there, and its title. */
export function NamedTicketLink({ ticket }: { ticket: NamedTicket }) {
  return (
    <>
      <a href={`/tickets/${ticket.number}`}>T-{ticket.number}</a> <bdi>{ticket.title}</bdi>{" "}
      <span className="meta">{statusLabels[ticket.status].toLowerCase()}</span>
    </>
  );
}
