import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import type { ConcernLine } from "@/lib/discussion/concern-queries";
import { concernLabels, concernStages, waitsText } from "@/lib/discussion/concern-text";
import { movedOn } from "@/lib/proposals/moved-on";

interface Props {
  proposal: number;
  /** The proposal's present revision. */
  revision: number;
  concern: ConcernLine;
  /** What this reader may do about it. */
  children?: ReactNode;
}

/** One concern: who objects to what, what was done about it, and who has to do what now. */
export function ConcernItem({ proposal, revision, concern, children }: Props) {
  const { number, status, opener, resolver, response } = concern;
  const waits = waitsText(concern);
  return (
    <li className={`concern ${status}`} id={`concern-${number}`}>
      <p className="q-head">
        <span className="no">Concern {number}</span>{" "}
        <span data-status={status}>
          <Badge stage={concernStages[status]}>{concernLabels[status]}</Badge>
        </span>
      </p>
      <p className="meta">
        <a href={`/people/${opener.handle}`}>{opener.name}</a> raised it <Time at={concern.at} /> for{" "}
        {resolver.kind === "person" ? (
          <a href={`/people/${resolver.handle}`}>{resolver.name}</a>
        ) : (
          resolver.name
        )}{" "}
        to resolve.
      </p>
      <Prose html={concern.html} />
      <AboutRevision proposal={proposal} spoke={concern.revision} current={revision} />
      {response && (
        <blockquote className="answer">
          <Prose html={response.html} />
          {response.by && (
            <p className="meta">
              <a href={`/people/${response.by.handle}`}>{response.by.name}</a> says what was done
            </p>
          )}
        </blockquote>
      )}
      {concern.reason && <Reason concern={concern} />}
      {waits && <p className="concern-waits">{waits}</p>}
      {children}
    </li>
  );
}

function AboutRevision({ proposal, spoke, current }: { proposal: number; spoke: number; current: number }) {
  const moved = movedOn(proposal, spoke, current);
  return (
    <p className="meta">
      {moved ? (
        <>
          {moved.text} <a href={moved.href}>{moved.link}</a>
        </>
      ) : (
        `About revision ${spoke}.`
      )}
    </p>
  );
}

const whys = {
  open: "Still missing",
  addressed: "Still missing",
  resolved: "Resolved",
  withdrawn: "Taken back",
} as const;

function Reason({ concern: { status, reason, settledAt } }: { concern: ConcernLine }) {
  return (
    <p className="concern-why" dir="auto">
      <b>{whys[status]}:</b> {reason}{" "}
      {settledAt && (
        <span className="meta">
          <Time at={settledAt} />
        </span>
      )}
    </p>
  );
}
