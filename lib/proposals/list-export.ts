import { exportList, mostExported } from "../csv-export";
import { portalAddress } from "../portal-address";
import type { Actor } from "../workflow/actor";
import type { ProposalFilter } from "./list-filter";
import { listProposals, type ProposalLine } from "./list-queries";
import { statusText } from "./ui-text";

const columns = [
  { key: "number", header: "Number" },
  { key: "title", header: "Title" },
  { key: "status", header: "Status" },
  { key: "visibility", header: "Visibility" },
  { key: "author", header: "Requester" },
  { key: "sig", header: "SIG" },
  { key: "asks", header: "Asks" },
  { key: "openQuestions", header: "Open questions" },
  { key: "meeting", header: "On the agenda of" },
  { key: "published", header: "Published" },
  { key: "changed", header: "Last change" },
  { key: "link", header: "Link" },
];

/** What a list shows, as CSV in the same order and through the same gate, piece by piece. */
export function exportProposals(
  actor: Actor,
  filter: ProposalFilter,
  most = mostExported,
): AsyncGenerator<string> {
  return exportList({
    columns,
    page: (cursor, size) => listProposals(actor, filter, cursor, size),
    record: recordOf,
    cutShort,
    most,
  });
}

/** The last row of a file that does not hold everything. */
export function cutShort(most: number): string {
  return `Only the first ${most.toLocaleString("en")} proposals are in this file. Filter the list to get the others.`;
}

function recordOf(line: ProposalLine): Record<string, unknown> {
  return {
    ...line,
    status: statusText(line).label,
    published: line.publishedAt?.toISOString() ?? "",
    changed: line.updatedAt.toISOString(),
    link: new URL(`/proposals/${line.number}`, portalAddress()).href,
  };
}
