import { Time } from "@/components/ui/time";
import { WideTable } from "@/components/ui/wide-table";
import { listHref, type TicketAddress, type TicketSort } from "@/lib/tickets/list-filter";
import type { TicketLine } from "@/lib/tickets/list-queries";
import { destinationLabels, priorityLabels } from "@/lib/tickets/ui-text";
import { ChooseBox } from "./choose-box";
import { TicketBadge } from "./ticket-badge";

interface Props {
  items: readonly TicketLine[];
  address: TicketAddress;
  choosable: boolean;
}

/** Tickets as a table: what can be compared stands in columns, and some of them sort it. */
export function TicketTable({ items, address, choosable }: Props) {
  return (
    <WideTable label="Tickets">
      <thead>
        <tr>
          {choosable && (
            <th scope="col">
              <span className="sr-only">Choose</span>
            </th>
          )}
          <Head address={address} sort="newest" direction="descending">
            Number
          </Head>
          <th scope="col">Title</th>
          <th scope="col">Status</th>
          <th scope="col">Destination</th>
          <th scope="col">Owner</th>
          <Head address={address} sort="priority" direction="descending">
            Priority
          </Head>
          <Head address={address} sort="due" direction="ascending">
            Due
          </Head>
          <th scope="col">Labels</th>
          <th scope="col" className="num">
            Blocked by
          </th>
          <Head address={address} sort="changed" direction="descending">
            Last change
          </Head>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} choosable={choosable} />
        ))}
      </tbody>
    </WideTable>
  );
}

function Row({ item, choosable }: { item: TicketLine; choosable: boolean }) {
  return (
    <tr>
      {choosable && (
        <td>
          <ChooseBox number={item.number} version={item.version} />
        </td>
      )}
      <td className="no">T-{item.number}</td>
      <th scope="row" className="tbl-title">
        <a href={`/tickets/${item.number}`} dir="auto">
          {item.title}
        </a>
      </th>
      <td>
        <TicketBadge status={item.status} />
      </td>
      <td>{destinationLabels[item.destination]}</td>
      <td dir="auto">{item.owner?.name ?? "–"}</td>
      <td>{priorityLabels[item.priority]}</td>
      <td>{item.dueOn ? <Time at={item.dueOn} format="date" /> : "–"}</td>
      <td dir="auto">{item.labels.join(", ") || "–"}</td>
      <td className="num">{item.openBlockers}</td>
      <td>
        <Time at={item.updatedAt} format="date" />
      </td>
    </tr>
  );
}

interface HeadProps {
  address: TicketAddress;
  sort: TicketSort;
  direction: "ascending" | "descending";
  children: string;
}

function Head({ address: { filter }, sort, direction, children }: HeadProps) {
  const isSorted = (filter.sort ?? "changed") === sort;
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined}>
      <a href={listHref({ filter: { ...filter, sort }, view: "table" })}>{children}</a>
    </th>
  );
}
