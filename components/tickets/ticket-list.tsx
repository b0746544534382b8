import { Time } from "@/components/ui/time";
import type { TicketLine } from "@/lib/tickets/list-queries";
import { destinationLabels } from "@/lib/tickets/ui-text";
import { ChooseBox } from "./choose-box";
import { TicketBadge } from "./ticket-badge";
import { TicketMarks } from "./ticket-marks";

/** Tickets, a line each. */
export function TicketList({
  items,
  withProposal = true,
  choosable = false,
}: {
  items: readonly TicketLine[];
  withProposal?: boolean;
  /** With boxes, for the form that changes several. */
  choosable?: boolean;
}) {
  return (
    <ol className={choosable ? "lines choosable" : "lines"} data-list>
      {items.map((ticket) => (
        <li key={ticket.number}>
          {choosable && <ChooseBox number={ticket.number} version={ticket.version} />}
          <a className="line-title" href={`/tickets/${ticket.number}`}>
            <span className="no">T-{ticket.number}</span> <span dir="auto">{ticket.title}</span>
          </a>
          <TicketBadge status={ticket.status} />
          <TicketMarks ticket={ticket} />
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
                <a href={ticket.externalUrl} title={ticket.externalUrl} rel="noreferrer nofollow ugc">
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
