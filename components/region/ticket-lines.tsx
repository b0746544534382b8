import { html, type SafeHtml } from "@/components/ui/html";
import { statusBadgeHtml } from "@/components/workflow/status-badge-html";
import type { TicketShown } from "@/lib/region/capability-queries";
import { statusLabels, statusStages } from "@/lib/tickets/ui-text";

interface Props {
  tickets: readonly TicketShown[];
  most?: number;
}

/**
 * The tickets of a capability, what is open first: number, title, status, and the proposal that each came from. One
 * string, because a region shows hundreds of them (docs/performance.md).
 */
export function TicketLines({ tickets, most = 100 }: Props) {
  const open = tickets.filter((ticket) => ticket.status !== "done");
  const ordered = [...open, ...tickets.filter((ticket) => ticket.status === "done")];
  const rest = ordered.length - most;
  const lines = ordered.slice(0, most).map(lineHtml);
  const more = html`and ${rest} more, most of them done`;
  const last = rest > 0 && html`<li class="meta">${more}</li>`;
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
    html`<a href="${externalUrl}" title="${externalUrl}" rel="noreferrer nofollow ugc">${externalShort ?? externalUrl}</a>`;
  return html`<p class="meta">${from}${from && outside && " · "}${outside}</p>`;
}
