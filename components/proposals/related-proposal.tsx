import { StatusBadge } from "@/components/workflow/status-badge";
import type { RelationSide } from "@/lib/proposals/relation-queries";
import { relationWords } from "@/lib/proposals/relation-text";
import { statusText } from "@/lib/proposals/ui-text";

/** "Replaced by #12 A smaller region": the other proposal, and where it is on its way. */
export function RelatedProposal({ relation }: { relation: RelationSide }) {
  const { kind, end, number, title, status } = relation;
  return (
    <>
      {relationWords[kind][end]}{" "}
      <a href={`/proposals/${number}`}>
        <span className="no">#{number}</span> <span dir="auto">{title}</span>
      </a>{" "}
      <StatusBadge status={status} {...statusText(relation)} />
    </>
  );
}
