import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { isAccepted } from "@/lib/region/capability-facts";
import type { CapabilityShown, EvidenceShown } from "@/lib/region/queries";
import { evidenceStatusLabels } from "@/lib/region/ui-text";

interface Props {
  capability: Pick<CapabilityShown, "criteria" | "evidence">;
  /** What the reader can do with a piece of evidence, under it. */
  children?: (evidence: EvidenceShown) => ReactNode;
}

/** What has to be shown, criterion by criterion, with the evidence that was given for each. */
export function EvidenceLines({ capability: { criteria, evidence }, children }: Props) {
  return (
    <ul className="criteria">
      {criteria.map((criterion) => {
        const given = evidence.filter((each) => each.criterion === criterion);
        return (
          <li key={criterion}>
            <p className="criterion">
              <span dir="auto">{criterion}</span> <CriterionBadge given={given} />
            </p>
            {given.map((each) => (
              <div className="evidence" key={each.id}>
                <Evidence evidence={each} />
                {children?.(each)}
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function CriterionBadge({ given }: { given: readonly EvidenceShown[] }) {
  if (given.some(isAccepted)) return <Badge stage="done">Proven</Badge>;
  return given.some(({ status }) => status === "submitted") ? (
    <Badge stage="discussion">Waits for an operator</Badge>
  ) : (
    <Badge stage="neutral">No evidence yet</Badge>
  );
}

function Evidence({ evidence }: { evidence: EvidenceShown }) {
  const { link, note, reason, submittedBy, createdAt, judgedBy, judgedAt, status } = evidence;
  return (
    <>
      {link && (
        <p className="evidence-link">
          <a href={link} rel="noreferrer nofollow ugc">
            {link}
          </a>
        </p>
      )}
      {note && (
        <p className="evidence-note" dir="auto">
          {note}
        </p>
      )}
      <p className="meta">
        Given by <a href={`/people/${submittedBy.handle}`}>{submittedBy.name}</a>,{" "}
        <Time at={createdAt} format="date" />
        {judgedBy && judgedAt && (
          <>
            {" · "}
            {evidenceStatusLabels[status].toLowerCase()} by{" "}
            <a href={`/people/${judgedBy.handle}`}>{judgedBy.name}</a>, <Time at={judgedAt} format="date" />
          </>
        )}
        {reason && (
          <>
            : <q dir="auto">{reason}</q>
          </>
        )}
      </p>
    </>
  );
}
