import { TicketBadge } from "@/components/tickets/ticket-badge";
import type { PlacedEntry, SplitSource } from "@/lib/tickets/split-queries";

/** Each thing with where it was said, and where it went: a ticket with its state now, an answer, or a reason. */
export function WhatBecame({ sources }: { sources: readonly SplitSource[] }) {
  return (
    <ol className="srcs">
      {sources.map((source) => (
        <li key={source.key} id={source.key}>
          <h3>{upperFirst(source.name)}</h3>
          <p className="src-text" dir="auto">
            {source.text}
          </p>
          <p className="meta">
            <a href={source.from.href}>{source.from.label}</a>
            {source.markedBy && ` · marked by ${source.markedBy}`}
          </p>
          <ul>
            {source.entries.map((entry) => (
              <li key={entry.id}>
                <Became entry={entry} />
              </li>
            ))}
            {source.entries.length === 0 && <li>Not accounted for yet.</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Became({ entry }: { entry: PlacedEntry }) {
  const { ticket, disposition, by, text } = entry;
  if (ticket) {
    return (
      <>
        <span aria-hidden="true">→ </span>
        <a href={`/tickets/${ticket.number}`}>
          <span className="no">T-{ticket.number}</span> <span dir="auto">{ticket.title}</span>
        </a>{" "}
        <TicketBadge status={ticket.status} />
      </>
    );
  }
  return (
    <>
      <b>{disposition === "answered" ? "Answered" : "Dropped"}</b> by {by}: <q dir="auto">{text}</q>
    </>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
