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
            {whereAndWho(ticket)}
            {ticket.dueOn && (
              <>
                {" · due "}
                <Time at={ticket.dueOn} format="date" />
              </>
            )}
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

/** The infra team's own tickets would say its name twice. */
function whereAndWho({ destination, owner }: TicketLine): string {
  const where = destinationLabels[destination];
  const who = owner?.name ?? "nobody";
  return where === who ? where : `${where} · ${who}`;
}
