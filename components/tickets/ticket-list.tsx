import { Time } from "@/components/ui/time";
import type { TicketLine } from "@/lib/tickets/queries";
import { destinationLabels } from "@/lib/tickets/ui-text";
import { TicketBadge } from "./ticket-badge";

/** Tickets, a line each. */
export function TicketList({
  items,
  withProposal = true,
}: {
  items: readonly TicketLine[];
  withProposal?: boolean;
}) {
  return (
    <ol className="lines" data-list>
      {items.map((ticket) => (
        <li key={ticket.number}>
          <a className="line-title" href={`/tickets/${ticket.number}`}>
            <span className="no">T-{ticket.number}</span> <span dir="auto">{ticket.title}</span>
          </a>
          <TicketBadge status={ticket.status} />
          <p className="line-facts">
            {destinationLabels[ticket.destination]} · {ticket.owner?.name ?? "nobody"}
            {ticket.dueOn && ` · due ${ticket.dueOn}`}
            {withProposal && ticket.proposal && (
              <>
                {" · "}
                <a href={`/proposals/${ticket.proposal.number}`}>#{ticket.proposal.number}</a>
              </>
            )}
            {ticket.externalUrl && (
              <>
                {" · "}
                <a href={ticket.externalUrl} rel="noreferrer nofollow ugc">
                  {ticket.externalShort}
                </a>
              </>
            )}
            {" · "}
            <Time at={ticket.updatedAt} format="date" />
          </p>
        </li>
      ))}
    </ol>
  );
}
