import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import type { SimilarProposal } from "@/lib/proposals/similar-queries";
import { statusText } from "@/lib/proposals/ui-text";

/** Proposals that may ask for the same, the most alike first. */
export function SimilarList({ proposals }: { proposals: readonly SimilarProposal[] }) {
  return (
    <ul className="lines">
      {proposals.map((proposal) => (
        <li key={proposal.number}>
          <a className="line-title" href={`/proposals/${proposal.number}`}>
            <span className="no">#{proposal.number}</span> <span dir="auto">{proposal.title}</span>
          </a>
          <StatusBadge status={proposal.status} {...statusText(proposal)} />
          <p className="line-facts">
            changed <Time at={proposal.updatedAt} format="date" />
          </p>
        </li>
      ))}
    </ul>
  );
}
