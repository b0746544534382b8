import { TicketBadge } from "@/components/tickets/ticket-badge";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import type { SplitTicket } from "@/lib/tickets/split-queries";
import { destinationLabels } from "@/lib/tickets/ui-text";

/** The tickets as they are so far, each with the text that a tracker will get. */
export function TakingShape({ tickets, may }: { tickets: readonly SplitTicket[]; may: boolean }) {
  return (
    <Section title="Tickets taking shape" aside={tickets.length > 0 ? tickets.length : undefined}>
      {tickets.length === 0 && (
        <EmptyState title="No ticket yet.">Place an ask as a ticket: it appears here as a draft.</EmptyState>
      )}
      <ol className="shapes">
        {tickets.map((ticket) => (
          <li key={ticket.number}>
            <Shape ticket={ticket} shortcut={may ? shortcutOf(tickets, ticket) : undefined} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The key that places things in this ticket: of the first nine that may take some. */
function shortcutOf(tickets: readonly SplitTicket[], ticket: SplitTicket): number | undefined {
  const place = tickets.filter(({ usable }) => usable).indexOf(ticket) + 1;
  return place >= 1 && place <= 9 ? place : undefined;
}

function Shape({ ticket, shortcut }: { ticket: SplitTicket; shortcut: number | undefined }) {
  const type = findRequestType(ticket.requestType);
  const where = destinationLabels[ticket.destination] + (type ? `, ${type.label}` : "");
  return (
    <>
      <p
        className="q-head"
        data-ticket-key={shortcut}
        data-ticket={ticket.number}
        data-destination={ticket.destination}
      >
        <span>
          {shortcut && (
            <kbd className="js-only" title="Places what is selected in this ticket">
              {shortcut}
            </kbd>
          )}{" "}
          <span className="no">T-{ticket.number}</span>
        </span>{" "}
        <TicketBadge status={ticket.status} />
      </p>
      <p className="q-text">
        <a className="line-title" href={`/tickets/${ticket.number}`} dir="auto">
          {ticket.title}
        </a>
      </p>
      <p className="meta">
        {where} · {ticket.owner?.name ?? "nobody"}
        {ticket.dueOn && (
          <>
            {" "}
            · due <Time at={ticket.dueOn} format="date" />
          </>
        )}
      </p>
      <p className="meta">
        {ticket.sources.length > 0
          ? `Stands for ${ticket.sources.join(", ")}.`
          : "Stands for nothing of the split."}
        {ticket.routed && ` ${ticket.routed}`}
      </p>
      {ticket.routedOtherwise.map((reason) => (
        <p key={reason} className="meta" dir="auto">
          Chosen otherwise, {reason}
        </p>
      ))}
      <Disclosure summary="The text as the tracker gets it">
        <pre className="raw" dir="auto">
          {ticket.preview}
        </pre>
      </Disclosure>
    </>
  );
}
