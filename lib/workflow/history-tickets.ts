import type { Fact, Say } from "./history";

const ticket = ({ ticketNumber }: Parameters<Say>[1]): string =>
  ticketNumber ? `ticket ${ticketNumber}` : "the ticket";
const other = (fact: Fact, key: string): string => (fact(key) ? `ticket ${fact(key)}` : "another ticket");
const quarter = (text: string): string => text.replace(/^(\d{4})Q(\d)$/, "Q$2 $1");

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
  "ticket.repeated": (fact, row) => `noted that ${other(fact, "by")} repeats ${ticket(row)}`,
  "ticket.reopened": (_fact, row) => `reopened ${ticket(row)}`,
  "ticket.bounced": (_fact, row) => `bounced ${ticket(row)} to the board`,
  "ticket.taken_back": (_fact, row) => `took ${ticket(row)} back from the board`,
  "ticket.declined_by_board": (_fact, row) => `declined ${ticket(row)} by decision of the board`,
  "ticket.returned_from_board": (_fact, row) => `returned ${ticket(row)} from the board`,
  "ticket.withdrawn": (_fact, row) => `withdrew ${ticket(row)}`,
  "ticket.issue_linked": (fact, row) => `linked ${ticket(row)} to ${fact("short") || fact("url")}`,
  "ticket.issue_unlinked": (_fact, row) => `took the outside link off ${ticket(row)}`,

  "ticket.blocked": (fact, row) => `said that ${ticket(row)} waits for ${other(fact, "by")}`,
  "ticket.blocks": (fact, row) => `said that ${other(fact, "blocked")} waits for ${ticket(row)}`,
  "ticket.dependency_removed": (fact, row) =>
    `said that ${ticket(row)} does not wait for ${other(fact, "by")} any more`,
  "ticket.unblocked": (fact, row) =>
    fact("by")
      ? `freed ${ticket(row)}: nothing blocks it after ticket ${fact("by")}`
      : `freed ${ticket(row)}`,

  "ticket.item_added": (fact) => `put on the checklist: ${fact("items")}`,
  "ticket.item_done": (fact) => `ticked “${fact("item")}”`,
  "ticket.item_undone": (fact) => `unticked “${fact("item")}”`,
  "ticket.item_moved": (fact) => `moved “${fact("item")}” in the checklist`,
  "ticket.item_removed": (fact) => `took “${fact("item")}” off the checklist`,

  "ticket.rerouted": (fact, row) =>
    `sent ${ticket(row)} to the initiative process${fact("quarter") && `, planned for ${quarter(fact("quarter"))}`}`,
  "ticket.planned": (fact, row) =>
    fact("fromQuarter")
      ? `moved ${ticket(row)} from ${quarter(fact("fromQuarter"))} to ${quarter(fact("quarter"))}`
      : `planned ${ticket(row)} for ${quarter(fact("quarter"))}`,
  "ticket.part_added": (fact, row) => `put ${other(fact, "part")} under ${ticket(row)}`,
  "ticket.part_removed": (fact, row) => `took ${other(fact, "part")} out of ${ticket(row)}`,
  "ticket.put_under": (fact, row) =>
    `put ${ticket(row)} under the initiative of ${other(fact, "initiative")}`,
  "ticket.taken_out": (fact, row) =>
    `took ${ticket(row)} out of the initiative of ${other(fact, "initiative")}`,

  "ticket.bundled": (fact, row) => `put ${ticket(row)} into the bundle “${fact("title")}”`,
  "ticket.unbundled": (_fact, row) => `took ${ticket(row)} out of its bundle`,
  "bundle.created": (fact) => `bundled tickets ${fact("tickets")} as “${fact("title")}”`,
  "bundle.filed": (fact) => `filed the bundle “${fact("title")}”: tickets ${fact("tickets")}`,

  "ticket.reassigned": (fact, row) => `gave ${ticket(row)} to ${fact("body")}, as ${fact("of")} has left`,
  "ticket.reminded": (fact, row) =>
    fact("kind") === "reporter"
      ? `reminded the requester of ${ticket(row)}, which has waited for ${fact("days")} days`
      : `reminded the owner of ${ticket(row)}: no news for ${fact("days")} days`,
};

function placed(fact: Fact): string {
  if (fact("disposition") === "answered") return `answered ${fact("source")} in the split`;
  if (fact("disposition") === "dropped") return `dropped ${fact("source")} from the split`;
  return `placed ${fact("source")} in ticket ${fact("ticket")}`;
}
