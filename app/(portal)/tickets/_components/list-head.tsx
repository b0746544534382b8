import { FeedLink } from "@/components/ui/feed-link";
import {
  listHref,
  sortLabels,
  type TicketAddress,
  type TicketView,
  viewLabels,
} from "@/lib/tickets/list-filter";

/** In which order the tickets stand, how they look, and the way to take them along. */
export function ListHead({ address: { filter, view } }: { address: TicketAddress }) {
  return (
    <div className="list-head">
      <p>
        {view === "board"
          ? "The most urgent first, by state"
          : `By ${sortLabels[filter.sort ?? "changed"].toLowerCase()}`}
      </p>
      <nav aria-label="How the tickets look">
        {Object.entries(viewLabels).map(([each, label]) => (
          <a
            key={each}
            href={listHref({ filter, view: each as TicketView })} // a key of the same table
            aria-current={each === view ? "true" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <a href={listHref({ filter }, "/tickets/export.csv")} download>
        Download as CSV
      </a>
      <FeedLink href="/tickets.atom" title="Tickets">
        Feed
      </FeedLink>
    </div>
  );
}
