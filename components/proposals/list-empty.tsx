import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type FilterPart, type ListView, listHref } from "@/lib/proposals/list-filter";

interface Props {
  isFiltered: boolean;
  view: ListView;
  /** Conditions without which something would fit. */
  tooNarrow: readonly FilterPart[];
}

/** Nothing fits: says which condition to take away; or nothing is there yet. */
export function ListEmpty({ isFiltered, view, tooNarrow }: Props) {
  if (!isFiltered) {
    return (
      <EmptyState
        title="No proposals yet."
        action={<LinkButton href="/proposals/new">Write the first one</LinkButton>}
      >
        A proposal says what is wanted, of whom, and how everybody will see that it was done.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing fits." action={<LinkButton href="/proposals">Show all proposals</LinkButton>}>
      {tooNarrow.length === 0 ? (
        "No single filter is to blame: take several away."
      ) : (
        <ul className="list-hints">
          {tooNarrow.map(({ label, without }) => (
            <li key={label}>
              Something would fit <a href={listHref({ filter: without, view })}>without “{label}”</a>
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}
