import { moveLabels, statusLabels } from "./ui-text";

const sentences: Record<string, string> = {
  "ticket.created": "made the ticket.",
  "ticket.updated": "changed the ticket.",
  "ticket.issue_linked": "linked an outside issue.",
  "ticket.issue_unlinked": "took the link of the outside issue away.",
  "comment.posted": "commented.",
};

/** What an event of a ticket says, after the name of who did it. */
export function ticketEventSentence(type: string, data: Record<string, unknown>): string {
  if (typeof data.move === "string" && typeof data.to === "string") {
    const label = labelOf(moveLabels, data.move)?.toLowerCase() ?? data.move;
    const to = labelOf(statusLabels, data.to)?.toLowerCase() ?? data.to;
    return `chose “${label}”: the ticket is ${to}.`;
  }
  if (type === "split.placed" && typeof data.source === "string") return `placed ${data.source} here.`;
  if (type === "ticket.issue_linked" && typeof data.short === "string") return `linked ${data.short}.`;
  if (type === "ticket.updated" && Array.isArray(data.changed)) return `changed ${data.changed.join(", ")}.`;
  return sentences[type] ?? `${type.split(".").join(" ").replaceAll("_", " ")}.`;
}

function labelOf(labels: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}
