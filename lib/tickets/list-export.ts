import { exportList, mostExported } from "../csv-export";
import { portalAddress } from "../portal-address";
import type { Actor } from "../workflow/actor";
import type { TicketFilter } from "./list-filter";
import { listTickets, type TicketLine } from "./list-queries";
import { destinationLabels, priorityLabels, statusLabels } from "./ui-text";

const columns = [
  { key: "number", header: "Number" },
  { key: "title", header: "Title" },
  { key: "status", header: "Status" },
  { key: "destination", header: "Destination" },
  { key: "requestType", header: "Request type" },
  { key: "owner", header: "Owner" },
  { key: "due", header: "Due" },
  { key: "priority", header: "Priority" },
  { key: "size", header: "Size" },
  { key: "labels", header: "Labels" },
  { key: "quarter", header: "Quarter" },
  { key: "openBlockers", header: "Open blockers" },
  { key: "proposal", header: "Proposal" },
  { key: "issue", header: "Outside issue" },
  { key: "changed", header: "Last change" },
  { key: "link", header: "Link" },
];

/** What a list shows, as CSV in the same order and through the same gate, piece by piece. */
export function exportTickets(
  actor: Actor,
  filter: TicketFilter,
  most = mostExported,
): AsyncGenerator<string> {
  return exportList({
    columns,
    page: (cursor, size) => listTickets(actor, filter, cursor, size),
    record: recordOf,
    cutShort: (count) =>
      `Only the first ${count.toLocaleString("en")} tickets are in this file. Filter the list to get the others.`,
    most,
  });
}

function recordOf(line: TicketLine): Record<string, unknown> {
  return {
    ...line,
    number: `T-${line.number}`,
    status: statusLabels[line.status],
    destination: destinationLabels[line.destination],
    owner: line.owner?.name ?? "",
    due: line.dueOn ?? "",
    priority: priorityLabels[line.priority],
    size: line.size?.toUpperCase() ?? "",
    labels: line.labels.join(", "),
    proposal: line.proposal ? `#${line.proposal.number} ${line.proposal.title}` : "",
    issue: line.externalUrl ?? "",
    changed: line.updatedAt.toISOString(),
    link: new URL(`/tickets/${line.number}`, portalAddress()).href,
  };
}
