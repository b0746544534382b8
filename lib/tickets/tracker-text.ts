import { findRequestType } from "./request-types/catalogue";
import { asValue } from "./request-types/markdown";

export interface TrackedTicket {
  number: number;
  title: string;
  markdown: string;
  requestType: string | null;
  details: unknown;
  owner: string | null;
  dueOn: string | null;
  /** The proposal it came from, and what of it: "ask 3". */
  proposal: { number: number; title: string } | null;
  sources: readonly { name: string; text: string }[];
}

/** The text of a ticket as an outside tracker gets it, in Markdown that every tracker reads. */
export function trackerText(ticket: TrackedTicket): string {
  return [ticket.markdown.trim(), detailsText(ticket), whereFrom(ticket), facts(ticket)]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Details that are not complete yet have no text: the page says what is missing beside their fields. */
function detailsText({ requestType, details }: TrackedTicket): string {
  const type = findRequestType(requestType);
  const parsed = type?.schema.safeParse(details);
  return type && parsed?.success ? type.toMarkdown(parsed.data) : "";
}

function whereFrom({ proposal, sources }: TrackedTicket): string {
  if (!proposal) return "";
  const lines = sources.map((source) => `- ${source.name}: ${asValue(source.text)}`);
  return [
    `### Where it comes from`,
    "",
    `Proposal ${proposal.number}: ${asValue(proposal.title)}`,
    ...lines,
  ].join("\n");
}

function facts({ number, owner, dueOn }: TrackedTicket): string {
  const parts = [`Ticket ${number}`, owner && `owner: ${asValue(owner)}`, dueOn && `due: ${dueOn}`];
  return parts.filter(Boolean).join(" · ");
}
