import type { ReactNode } from "react";
import { Badge, type Stage } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import { isAccepted } from "@/lib/region/capability-facts";
import type { CapabilityShown, EvidenceShown } from "@/lib/region/capability-queries";
import { EvidenceBody } from "./evidence-body";

interface Props {
  capability: Pick<CapabilityShown, "criteria" | "evidence">;
  /** What the reader can do with a piece of evidence, under it. */
  children?: (evidence: EvidenceShown) => ReactNode;
}

/**
 * What has to be shown, criterion by criterion, with the evidence that was given for each: what counts and what waits
 * first, what was refused, expired or withdrawn folded away under it.
 */
export function EvidenceLines({ capability: { criteria, evidence }, children }: Props) {
  const earlier = [...new Set(evidence.map(({ criterion }) => criterion))].filter(
    (each) => !criteria.includes(each),
  );
  return (
    <>
      <ol className="criteria">
        {criteria.map((criterion) => (
          <Criterion key={criterion} criterion={criterion} evidence={evidence}>
            {children}
          </Criterion>
        ))}
      </ol>
      {criteria.length === 0 && <p className="hint">No criterion says yet how it is accepted.</p>}
      {earlier.length > 0 && (
        <Disclosure summary={`Evidence for ${earlier.length === 1 ? "a criterion" : "criteria"} of before`}>
          <ul className="criteria">
            {earlier.map((criterion) => (
              <Criterion key={criterion} criterion={criterion} evidence={evidence} isEarlier />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

interface CriterionProps {
  criterion: string;
  evidence: readonly EvidenceShown[];
  isEarlier?: boolean;
  children?: (evidence: EvidenceShown) => ReactNode;
}

function Criterion({ criterion, evidence, isEarlier, children }: CriterionProps) {
  const given = evidence.filter((each) => each.criterion === criterion);
  const counting = ["accepted", "submitted"].flatMap((wanted) =>
    given.filter(({ status }) => status === wanted),
  );
  const past = given.filter((each) => !counting.includes(each));
  return (
    <li>
      <p className="criterion">
        <span dir="auto">{criterion}</span> {!isEarlier && <CriterionBadge given={given} />}
      </p>
      {counting.map((each) => (
        <Piece key={each.id} evidence={each}>
          {children?.(each)}
        </Piece>
      ))}
      {past.length > 0 && (
        <Disclosure summary={pastWords(past)}>
          {past.map((each) => (
            <Piece key={each.id} evidence={each}>
              {children?.(each)}
            </Piece>
          ))}
        </Disclosure>
      )}
    </li>
  );
}

function Piece({ evidence, children }: { evidence: EvidenceShown; children?: ReactNode }) {
  return (
    <div className="evidence" id={`evidence-${evidence.id}`}>
      <EvidenceBody evidence={evidence} />
      {children}
    </div>
  );
}

const words = { refused: "refused", expired: "expired", withdrawn: "withdrawn" } as const;

/** "1 refused, 2 expired". */
function pastWords(past: readonly EvidenceShown[]): string {
  const parts = Object.entries(words).flatMap(([status, word]) => {
    const count = past.filter((each) => each.status === status).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return parts.join(", ");
}

function CriterionBadge({ given }: { given: readonly EvidenceShown[] }) {
  const { stage, label } = standingOf(given);
  const until = given.find((each) => isAccepted(each) && each.validUntil);
  return (
    <>
      <Badge stage={stage}>{label}</Badge>
      {label === "Proven" && until?.validUntil && (
        <span className="meta">
          until <Time at={`${until.validUntil}T12:00:00Z`} format="date" />
        </span>
      )}
    </>
  );
}

function standingOf(given: readonly EvidenceShown[]): { stage: Stage; label: string } {
  if (given.some(isAccepted)) return { stage: "done", label: "Proven" };
  if (given.some(({ status }) => status === "submitted")) {
    return { stage: "discussion", label: "Waits for an operator" };
  }
  if (given.some(({ status }) => status === "expired")) return { stage: "stopped", label: "Expired" };
  return { stage: "neutral", label: "No evidence yet" };
}
