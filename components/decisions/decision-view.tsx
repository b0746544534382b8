import { Time } from "@/components/ui/time";
import type { Outcome } from "@/lib/decisions/effects";
import { type methodLabels, methodWords } from "@/lib/decisions/ui-text";
import type { Owner } from "@/lib/people/queries";
import { OutcomeBadge } from "./outcome-badge";

export interface DecisionViewProps {
  outcome: Outcome;
  method: keyof typeof methodLabels;
  text: string;
  decidedAt?: Date | string;
  reviewOn: string | null;
  nextMeeting: string | null;
  followUp: { handle: string; name: string } | null;
  conditions: readonly { text: string; owner: Owner | null; dueOn: string | null }[];
}

/** What was decided, how, under which conditions, and what follows. */
export function DecisionView(decision: DecisionViewProps) {
  const { outcome, method, text, decidedAt, conditions } = decision;
  return (
    <div className="dec">
      <p className="dec-head">
        <OutcomeBadge outcome={outcome} /> <span className="meta">{methodWords[method]}</span>
        {decidedAt && <Time at={decidedAt} format="date" />}
      </p>
      <blockquote className="dec-text" dir="auto">
        {text}
      </blockquote>
      {conditions.length > 0 && (
        <>
          <p className="dec-title">{conditions.length === 1 ? "On one condition" : "On these conditions"}</p>
          <ol className="conds">
            {conditions.map((condition, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions never change, and their number is their place
              <li key={index} dir="auto">
                {condition.text} <ConditionFacts owner={condition.owner} dueOn={condition.dueOn} />
              </li>
            ))}
          </ol>
        </>
      )}
      <WhatFollows {...decision} />
    </div>
  );
}

function ConditionFacts({ owner, dueOn }: { owner: Owner | null; dueOn: string | null }) {
  if (!owner && !dueOn) return null;
  return (
    <span className="meta">
      {owner?.name}
      {owner && dueOn && ", "}
      {dueOn && (
        <>
          due <Time at={dueOn} format="date" />
        </>
      )}
    </span>
  );
}

function WhatFollows({ nextMeeting, followUp, reviewOn }: DecisionViewProps) {
  if (!nextMeeting && !followUp && !reviewOn) return null;
  return (
    <p className="dec-next">
      {nextMeeting && (
        <>
          Comes back at the meeting of{" "}
          <a href={`/meetings/${nextMeeting}`}>
            <Time at={nextMeeting} format="date" />
          </a>
          .{" "}
        </>
      )}
      {followUp && (
        <>
          <a href={`/people/${followUp.handle}`}>{followUp.name}</a> takes it on until then.{" "}
        </>
      )}
      {reviewOn && (
        <>
          To be reviewed on <Time at={reviewOn} format="date" />.
        </>
      )}
    </p>
  );
}
