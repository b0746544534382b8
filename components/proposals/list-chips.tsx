import { FilterChips } from "@/components/ui/filter-chips";
import { filterParts, type ListAddress, listHref } from "@/lib/proposals/list-filter";

/** What a list is filtered by, each condition a link that takes it away. */
export function ListChips({ filter, view }: ListAddress) {
  const { sort } = filter;
  return (
    <FilterChips
      parts={filterParts(filter).map(({ label, without }) => ({
        label,
        href: listHref({ filter: without, view }),
      }))}
      clearHref={listHref({ filter: { ...(sort && { sort }) }, view })}
    />
  );
}
