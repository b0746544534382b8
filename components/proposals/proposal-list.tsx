import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import type { ProposalLine } from "@/lib/proposals/list-queries";
import { statusText } from "@/lib/proposals/ui-text";

/** Proposals, a line each: number, title, where it is, and what somebody would open it for. */
export function ProposalList({ items }: { items: ProposalLine[] }) {
  return (
    <ol className="lines" data-list>
      {items.map((item) => (
        <li key={item.id}>
          <a className="line-title" href={`/proposals/${item.number}`}>
            <span className="no">#{item.number}</span> <span dir="auto">{item.title}</span>
          </a>
          <Status item={item} />
          <p className="line-text" dir="auto">
            {item.summary}
          </p>
          <p className="line-facts">
            {factsOf(item)}
            {item.meeting && (
              <>
                {" "}
                · on the agenda of <Time at={item.meeting} format="date" />
              </>
            )}{" "}
            · <Time at={item.updatedAt} format="date" />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Status({ item }: { item: ProposalLine }) {
  const { label, stage } = statusText(item);
  return <StatusBadge status={item.status} label={label} stage={stage} />;
}

function factsOf(item: ProposalLine): string {
  const { author, sig, asks, openQuestions, visibility } = item;
  return [
    author,
    sig,
    visibility === "executive" && "executive",
    asks === 1 ? "1 ask" : `${asks} asks`,
    openQuestions > 0 && (openQuestions === 1 ? "1 open question" : `${openQuestions} open questions`),
  ]
    .filter(Boolean)
    .join(" · ");
}
