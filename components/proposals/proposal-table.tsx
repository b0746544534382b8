import { Time } from "@/components/ui/time";
import { WideTable } from "@/components/ui/wide-table";
import { StatusBadge } from "@/components/workflow/status-badge";
import { type ListSort, listHref, type ProposalFilter } from "@/lib/proposals/list-filter";
import type { ProposalLine } from "@/lib/proposals/list-queries";
import { statusText } from "@/lib/proposals/ui-text";

interface Props {
  items: readonly ProposalLine[];
  filter: ProposalFilter;
}

/** Proposals as a table: what can be compared stands in columns, and some of them sort it. */
export function ProposalTable({ items, filter }: Props) {
  return (
    <WideTable label="Proposals">
      <thead>
        <tr>
          <Head filter={filter} sort="number" direction="ascending">
            Number
          </Head>
          <Head filter={filter} sort="title" direction="ascending">
            Title
          </Head>
          <th scope="col">Status</th>
          <th scope="col">Requester</th>
          <th scope="col">SIG</th>
          <th scope="col" className="num">
            Asks
          </th>
          <Head filter={filter} sort="questions" direction="descending">
            Open questions
          </Head>
          <Head filter={filter} sort="changed" direction="descending">
            Last change
          </Head>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </tbody>
    </WideTable>
  );
}

function Row({ item }: { item: ProposalLine }) {
  const { label, stage } = statusText(item);
  return (
    <tr>
      <td className="no">#{item.number}</td>
      <th scope="row" className="tbl-title">
        <a href={`/proposals/${item.number}`} dir="auto">
          {item.title}
        </a>
        {item.visibility === "executive" && " (executive)"}
      </th>
      <td>
        <StatusBadge status={item.status} label={label} stage={stage} />
      </td>
      <td dir="auto">{item.author}</td>
      <td>{item.sig ?? "–"}</td>
      <td className="num">{item.asks}</td>
      <td className="num">{item.openQuestions}</td>
      <td>
        <Time at={item.updatedAt} format="date" />
      </td>
    </tr>
  );
}

interface HeadProps {
  filter: ProposalFilter;
  sort: ListSort;
  direction: "ascending" | "descending";
  children: string;
}

function Head({ filter, sort, direction, children }: HeadProps) {
  const isSorted = (filter.sort ?? "changed") === sort;
  return (
    <th
      scope="col"
      className={sort === "questions" ? "num" : undefined}
      aria-sort={isSorted ? direction : undefined}
    >
      <a href={listHref({ filter: { ...filter, sort }, view: "table" })}>{children}</a>
    </th>
  );
}
