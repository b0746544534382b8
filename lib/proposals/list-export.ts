import { stringify } from "csv-stringify/sync";
import { portalAddress } from "../portal-address";
import type { Actor } from "../workflow/actor";
import type { ProposalFilter } from "./list-filter";
import { listProposals, type ProposalLine } from "./list-queries";
import { statusText } from "./ui-text";

/** One file holds no more; more than that is a job for the database's owner. */
export const mostExported = 10_000;
const atOnce = 1_000;

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

/**
 * What a list shows, as CSV in the same order and through the same gate, piece by piece. UTF-8 with its mark, so that
 * spreadsheets read it; a cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export async function* exportProposals(
  actor: Actor,
  filter: ProposalFilter,
  most = mostExported,
): AsyncGenerator<string> {
  let cursor: string | undefined;
  let written = 0;
  do {
    const page = await listProposals(actor, filter, cursor, Math.min(atOnce, most - written));
    const isFirst = written === 0;
    yield csv(page.items.map(recordOf), isFirst);
    written += page.items.length;
    cursor = page.nextCursor;
  } while (cursor && written < most);
  if (cursor) yield csv([{ title: cutShort(most) }], false);
}

/** The last row of a file that does not hold everything. */
export function cutShort(most: number): string {
  return `Only the first ${most.toLocaleString("en")} proposals are in this file. Filter the list to get the others.`;
}

function csv(records: Record<string, unknown>[], isFirst: boolean): string {
  return stringify(records, {
    columns,
    header: isFirst,
    bom: isFirst,
    escape_formulas: true,
    record_delimiter: "windows",
  });
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
