import type { Fact, HistoryRow, Say } from "./history";

const ticket = ({ ticketNumber }: HistoryRow): string =>
  ticketNumber ? `ticket ${ticketNumber}` : "the ticket";

/** What happens to tickets, and to what a split accounts for. */
export const ticketSentences: Readonly<Record<string, Say>> = {
  "split.placed": (fact) => placed(fact),
  "split.unplaced": (fact) => `took ${fact("source")} back into the split`,
  "follow_up.marked": (fact) => `marked a comment as the promise of a follow-up (${fact("number")})`,
  "follow_up.unmarked": (fact) => `said that follow-up ${fact("number")} is no promise`,
  "ticket.created": (fact, row) => `created ${ticket(row)}${fact("title") && `, “${fact("title")}”`}`,
  "ticket.updated": (fact, row) =>
    `changed ${fact("changed").replaceAll("_", " ") || "the text"} of ${ticket(row)}`,
  "ticket.filed": (_fact, row) => `filed ${ticket(row)}`,
  "ticket.taken_up": (_fact, row) => `took ${ticket(row)} up for review`,
  "ticket.accepted": (_fact, row) => `accepted the work of ${ticket(row)}`,
  "ticket.reporter_asked": (_fact, row) => `asked the requester of ${ticket(row)}`,
  "ticket.reporter_answered": (_fact, row) => `answered on ${ticket(row)}`,
  "ticket.fulfilled": (_fact, row) => `marked ${ticket(row)} as done`,
  "ticket.declined": (_fact, row) => `declined ${ticket(row)}`,
  "ticket.marked_duplicate": (fact, row) =>
    `marked ${ticket(row)} as a duplicate of ticket ${fact("duplicateOf")}`,
  "ticket.reopened": (_fact, row) => `reopened ${ticket(row)}`,
  "ticket.bounced": (_fact, row) => `bounced ${ticket(row)} to the board`,
  "ticket.declined_by_board": (_fact, row) => `declined ${ticket(row)} by decision of the board`,
  "ticket.returned_from_board": (_fact, row) => `returned ${ticket(row)} from the board`,
  "ticket.withdrawn": (_fact, row) => `withdrew ${ticket(row)}`,
  "ticket.issue_linked": (fact, row) => `linked ${ticket(row)} to ${fact("short") || fact("url")}`,
  "ticket.issue_unlinked": (_fact, row) => `took the outside link off ${ticket(row)}`,
};

function placed(fact: Fact): string {
  if (fact("disposition") === "answered") return `answered ${fact("source")} in the split`;
  if (fact("disposition") === "dropped") return `dropped ${fact("source")} from the split`;
  return `placed ${fact("source")} in ticket ${fact("ticket")}`;
}
