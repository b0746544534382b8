import { dayInWords } from "../calendar-date";

/** What somebody owes, by kind, in the order in which it is shown. */
export const owedKinds = [
  "ticket",
  "action",
  "question",
  "ask",
  "condition",
  "concern",
  "endorsement",
  "item",
  "ballot",
  "seat",
  "proposal",
  "region_role",
  "incident",
  "sponsor",
] as const;
export type OwedKind = (typeof owedKinds)[number];

export interface OwedRow {
  kind: OwedKind;
  number: number | null;
  title: string;
  /** A date, a handle, a part, a name: what the kind needs beside its title. */
  detail: string | null;
}

/** A duty with where it is seen to. */
export interface Owed {
  kind: OwedKind;
  sentence: string;
  href: string;
}

type Say = (row: OwedRow) => Omit<Owed, "kind">;

const sentences: Readonly<Record<OwedKind, Say>> = {
  ticket: ({ number, title }) => ({ sentence: `Ticket T-${number}: ${title}`, href: `/tickets/${number}` }),
  action: ({ number, title, detail }) => ({
    sentence: `ACTION of ${dayInWords(detail ?? "")}: ${title}`,
    href: `/meetings/actions/${number}`,
  }),
  question: ({ number, title, detail }) => ({
    sentence: `An answer to question ${number} on ${isTicket(detail) ? "ticket " : ""}${detail}: ${title}`,
    href: `${pageOf(detail)}/questions#question-${number}`,
  }),
  ask: ({ number, title, detail }) => ({
    sentence: `Ask ${number} of ${detail}: ${title}`,
    href: `${pageOf(detail)}#ask-${number}`,
  }),
  condition: ({ number, title, detail }) => ({
    sentence: `A condition of the decision on ${detail}: ${title}`,
    href: `/decisions/${number}`,
  }),
  concern: ({ number, title, detail }) => ({
    sentence: `Concern ${number} on ${detail}, to be resolved: ${title}`,
    href: `${pageOf(detail)}/concerns#concern-${number}`,
  }),
  endorsement: ({ number, title, detail }) => ({
    sentence: `A word on whether they ${detail === "sponsor" ? "sponsor" : "endorse"} #${number} ${title}`,
    href: `/proposals/${number}/support`,
  }),
  item: ({ title, detail }) => ({
    sentence: `“${title}”, to be presented on ${dayInWords(detail ?? "")}`,
    href: `/meetings/${detail}`,
  }),
  ballot: ({ number, title }) => ({
    sentence: `A position in the vote on “${title}”`,
    href: `/ballots/${number}`,
  }),
  seat: ({ number, title }) => ({
    sentence: `Nothing any more in the vote on “${title}”, but their seat counts for its quorum`,
    href: `/ballots/${number}`,
  }),
  proposal: ({ number, title }) => ({
    sentence: `The proposal #${number} ${title}, as its requester`,
    href: `/proposals/${number}`,
  }),
  region_role: ({ title, detail }) => ({
    sentence: `The role “${title}” of a region`,
    href: `/region/${detail}/roles`,
  }),
  incident: ({ title, detail }) => ({
    sentence: `The incident “${title}”, which they lead or speak for`,
    href: `/region/${detail}/incidents`,
  }),
  sponsor: ({ title, detail }) => ({
    sentence: `${title}, which they stand for in the board`,
    href: `/sigs/${detail}`,
  }),
};

/** `#63` and `T-7` are what they say; their pages are by their numbers. */
function pageOf(detail: string | null): string {
  const number = (detail ?? "").replace(/^\D+/, "");
  return isTicket(detail) ? `/tickets/${number}` : `/proposals/${number}`;
}

function isTicket(detail: string | null): boolean {
  return detail?.startsWith("T-") ?? false;
}

/** A row of the database as a sentence that leads to it. */
export function owedOf(row: OwedRow): Owed {
  return { kind: row.kind, ...sentences[row.kind](row) };
}
