import { html, type SafeHtml } from "@/components/ui/html";
import { statusBadgeHtml } from "@/components/workflow/status-badge-html";
import { liveTickets } from "@/lib/region/capability-facts";
import type { CapabilityShown, TicketShown } from "@/lib/region/queries";
import { statusLabels, statusStages } from "@/lib/tickets/ui-text";

interface Props {
  tickets: readonly TicketShown[];
  most?: number;
  /** The page that shows them all, where this is not it. */
  all?: string;
}

/**
 * The tickets of a capability, what is open first: number, title, status, and the proposal that each came from. One
 * string, because a region shows hundreds of them (docs/performance.md).
 */
export function TicketLines({ tickets, most = 40, all }: Props) {
  const open = tickets.filter((ticket) => ticket.status !== "done");
  const ordered = [...open, ...tickets.filter((ticket) => ticket.status === "done")];
  const rest = ordered.length - most;
  const lines = ordered.slice(0, most).map(lineHtml);
  const more = html`and ${rest} more, most of them done`;
  const last = rest > 0 && html`<li class="meta">${all ? html`<a href="${all}">${more}</a>` : more}</li>`;
  const inside = { __html: html`${lines}${last}`.text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <ul className="cap-tickets" dangerouslySetInnerHTML={inside} />;
}

function lineHtml(ticket: TicketShown): SafeHtml {
  const { number, title, status } = ticket;
  const badge = { status, label: statusLabels[status], stage: statusStages[status] };
  return html`<li><a href="/tickets/${number}"><span class="no">T-${number}</span> <span dir="auto">${title}</span></a> ${statusBadgeHtml(badge)}${originHtml(ticket)}</li>`;
}

function originHtml({ proposal, externalUrl, externalShort }: TicketShown): SafeHtml | false {
  if (!proposal && !externalUrl) return false;
  const from =
    proposal &&
    html`from proposal <a href="/proposals/${proposal.number}">#${proposal.number} <span dir="auto">${proposal.title}</span></a>`;
  const outside =
    externalUrl &&
    html`<a href="${externalUrl}" rel="noreferrer nofollow ugc">${externalShort ?? externalUrl}</a>`;
  return html`<p class="meta">${from}${from && outside && " · "}${outside}</p>`;
}

/** "2 of 3 tickets done", "No tickets". */
export function ticketCount(capability: Pick<CapabilityShown, "tickets">): string {
  const live = liveTickets(capability);
  if (live.length === 0) return "No tickets";
  const done = live.filter((ticket) => ticket.status === "done").length;
  return `${done} of ${live.length} ${live.length === 1 ? "ticket" : "tickets"} done`;
}
