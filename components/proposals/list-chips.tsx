import { Icon } from "@/components/ui/icon";
import { filterParts, type ListAddress, listHref } from "@/lib/proposals/list-filter";

/** What a list is filtered by, each condition a link that takes it away. */
export function ListChips({ filter, view }: ListAddress) {
  const parts = filterParts(filter);
  if (parts.length === 0) return null;
  const { sort } = filter;
  return (
    <ul className="chips" aria-label="Filtered by">
      {parts.map(({ label, without }) => (
        <li key={label}>
          <a className="chip" href={listHref({ filter: without, view })}>
            <span dir="auto">{label}</span> <Icon name="x" label="remove this filter" />
          </a>
        </li>
      ))}
      {parts.length > 1 && (
        <li>
          <a href={listHref({ filter: { ...(sort && { sort }) }, view })}>Remove all</a>
        </li>
      )}
    </ul>
  );
}
