import { FeedLink } from "@/components/ui/feed-link";
import { type Total, totalText } from "@/lib/proposals/list-counts";
import {
  type ListAddress,
  type ListView,
  listHref,
  sortLabels,
  viewLabels,
} from "@/lib/proposals/list-filter";

/** How many there are and in which order, how the list looks, and the way to take it along. */
export function ListViews({ filter, view, total }: ListAddress & { total: Total | null }) {
  return (
    <div className="list-head">
      <p>
        {howMany(total)}, by {sortLabels[filter.sort ?? "changed"].toLowerCase()}
      </p>
      <nav aria-label="How the list looks">
        {Object.entries(viewLabels).map(([each, label]) => (
          <a
            key={each}
            href={listHref({ filter, view: each as ListView })} // a key of the same table
            aria-current={each === view ? "true" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <a href={listHref({ filter }, "/proposals/export.csv")} download>
        Download as CSV
      </a>
      <FeedLink href="/proposals.atom" title="Proposals">
        Feed
      </FeedLink>
    </div>
  );
}

function howMany(total: Total | null): string {
  if (!total) return "Many proposals";
  return `${totalText(total)} ${total.count === 1 && !total.isLeast ? "proposal" : "proposals"}`;
}
