import { TicketBadge } from "@/components/tickets/ticket-badge";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import type { SplitTicket } from "@/lib/tickets/split-queries";
import { destinationLabels } from "@/lib/tickets/ui-text";

/** The tickets as they are so far, each with the text that a tracker will get. */
export function TakingShape({ tickets }: { tickets: readonly SplitTicket[] }) {
  return (
    <Section title="Tickets taking shape" aside={tickets.length > 0 ? tickets.length : undefined}>
      {tickets.length === 0 && (
        <EmptyState title="No ticket yet.">Place an ask as a ticket: it appears here as a draft.</EmptyState>
      )}
      <ol>
        {tickets.map((ticket) => (
          <li key={ticket.number} className="border-t border-rule py-4 first:border-t-0 first:pt-0">
            <Shape ticket={ticket} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Shape({ ticket }: { ticket: SplitTicket }) {
  const type = findRequestType(ticket.requestType);
  const where = destinationLabels[ticket.destination] + (type ? `, ${type.label}` : "");
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <a className="line-title" href={`/tickets/${ticket.number}`}>
          <span className="no">T-{ticket.number}</span> <span dir="auto">{ticket.title}</span>
        </a>
        <TicketBadge status={ticket.status} />
      </p>
      <p className="meta">
        {where} · {ticket.owner?.name ?? "nobody"}
        {ticket.dueOn && ` · due ${ticket.dueOn}`}
      </p>
      <p className="meta">
        {ticket.sources.length > 0
          ? `Stands for ${ticket.sources.join(", ")}.`
          : "Stands for nothing of the split."}
        {ticket.routed && ` ${ticket.routed}`}
      </p>
      <Disclosure summary="The text as the tracker gets it">
        <pre className="overflow-x-auto whitespace-pre-wrap" dir="auto">
          {ticket.preview}
        </pre>
      </Disclosure>
    </>
  );
}
