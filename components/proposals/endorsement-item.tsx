import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { EndorsementLine } from "@/lib/proposals/endorsement-queries";
import { endorsementLabels, endorsementStages } from "@/lib/proposals/endorsement-text";
import { movedOn } from "@/lib/proposals/moved-on";

interface Props {
  number: number;
  /** The proposal's present revision. */
  revision: number;
  line: EndorsementLine;
  /** What this reader may do about it. */
  children?: ReactNode;
}

/** Somebody who stands behind a proposal, or was asked to: since when, with which words, for which text. */
export function EndorsementItem({ number, revision, line, children }: Props) {
  const { person, askedBy, status, note } = line;
  return (
    <li id={`endorsement-${line.id}`}>
      <p>
        <a href={`/people/${person.handle}`}>
          <b>{person.name}</b>
        </a>{" "}
        <span data-status={status}>
          <Badge stage={endorsementStages[status]}>{endorsementLabels[status]}</Badge>
        </span>
      </p>
      {note && <p dir="auto">{note}</p>}
      <p className="meta">
        {line.offered ? (
          "Came forward"
        ) : (
          <>
            Asked by <a href={`/people/${askedBy.handle}`}>{askedBy.name}</a>
          </>
        )}{" "}
        <Time at={line.decidedAt ?? line.at} />
        {line.revision !== null && `, for revision ${line.revision}`}
      </p>
      <MovedOnSince number={number} spoke={line.revision} current={revision} />
      {children}
    </li>
  );
}

function MovedOnSince({ number, spoke, current }: { number: number; spoke: number | null; current: number }) {
  const moved = movedOn(number, spoke, current);
  if (!moved) return null;
  return (
    <p className="meta">
      {moved.text} <a href={moved.href}>{moved.link}</a>
    </p>
  );
}
