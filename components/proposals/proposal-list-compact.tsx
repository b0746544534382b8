import { StatusBadge } from "@/components/workflow/status-badge";
import type { ProposalLine } from "@/lib/proposals/list-queries";
import { statusText } from "@/lib/proposals/ui-text";

/** Proposals, one line each: to run one's eye over many. */
export function CompactProposalList({ items }: { items: readonly ProposalLine[] }) {
  return (
    <ol className="lines compact" data-list>
      {items.map((item) => (
        <li key={item.id}>
          <a className="line-title" href={`/proposals/${item.number}`}>
            <span className="no">#{item.number}</span> <span dir="auto">{item.title}</span>
          </a>
          <Status item={item} />
        </li>
      ))}
    </ol>
  );
}

function Status({ item }: { item: ProposalLine }) {
  const { label, stage } = statusText(item);
  return <StatusBadge status={item.status} label={label} stage={stage} />;
}
