import { TicketBadge } from "@/components/tickets/ticket-badge";
import { liveTickets } from "@/lib/region/capability-facts";
import type { CapabilityShown, TicketShown } from "@/lib/region/queries";

const most = 40;

/** The tickets of a capability, what is open first: number, title, status, and the proposal that each came from. */
export function TicketLines({ tickets }: { tickets: readonly TicketShown[] }) {
  const open = tickets.filter((ticket) => ticket.status !== "done");
  const ordered = [...open, ...tickets.filter((ticket) => ticket.status === "done")];
  const rest = ordered.length - most;
  return (
    <ul className="cap-tickets">
      {ordered.slice(0, most).map((ticket) => (
        <li key={ticket.id}>
          <a href={`/tickets/${ticket.number}`}>
            <span className="no">T-{ticket.number}</span> <span dir="auto">{ticket.title}</span>
          </a>{" "}
          <TicketBadge status={ticket.status} />
          <ComesFrom ticket={ticket} />
        </li>
      ))}
      {rest > 0 && <li className="meta">and {rest} more, most of them done</li>}
    </ul>
  );
}

function ComesFrom({ ticket: { proposal, externalUrl, externalShort } }: { ticket: TicketShown }) {
  if (!proposal && !externalUrl) return null;
  return (
    <p className="meta">
      {proposal && (
        <>
          from proposal{" "}
          <a href={`/proposals/${proposal.number}`}>
            #{proposal.number} <span dir="auto">{proposal.title}</span>
          </a>
        </>
      )}
      {proposal && externalUrl && " · "}
      {externalUrl && (
        <a href={externalUrl} rel="noreferrer nofollow ugc">
          {externalShort ?? externalUrl}
        </a>
      )}
    </p>
  );
}

/** "2 of 3 tickets done", "No tickets". */
export function ticketCount(capability: Pick<CapabilityShown, "tickets">): string {
  const live = liveTickets(capability);
  if (live.length === 0) return "No tickets";
  const done = live.filter((ticket) => ticket.status === "done").length;
  return `${done} of ${live.length} ${live.length === 1 ? "ticket" : "tickets"} done`;
}
