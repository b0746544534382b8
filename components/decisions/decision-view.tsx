import { Facts } from "@/components/ui/facts";
import type { Outcome } from "@/lib/decisions/effects";
import { type methodLabels, methodWords } from "@/lib/decisions/ui-text";
import type { Owner } from "@/lib/people/queries";
import { OutcomeBadge } from "./outcome-badge";

export interface DecisionViewProps {
  outcome: Outcome;
  method: keyof typeof methodLabels;
  text: string;
  reviewOn: string | null;
  nextMeeting: string | null;
  followUp: { handle: string; name: string } | null;
  conditions: readonly { text: string; owner: Owner | null; dueOn: string | null }[];
}

/** What was decided, how, under which conditions, and what follows. */
export function DecisionView(decision: DecisionViewProps) {
  const { outcome, method, text, conditions } = decision;
  const facts = factsOf(decision);
  return (
    <div>
      <p>
        <OutcomeBadge outcome={outcome} /> <span className="meta">{methodWords[method]}</span>
      </p>
      <p className="prose whitespace-pre-line" dir="auto">
        {text}
      </p>
      {conditions.length > 0 && (
        <>
          <p className="mt-3 font-semibold">Conditions</p>
          <ol className="prose list-decimal ps-6">
            {conditions.map((condition, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions never change, and their number is their place
              <li key={index} dir="auto">
                {condition.text} <ConditionFacts owner={condition.owner} dueOn={condition.dueOn} />
              </li>
            ))}
          </ol>
        </>
      )}
      {facts.length > 0 && <Facts items={facts} />}
    </div>
  );
}

function ConditionFacts({ owner, dueOn }: { owner: Owner | null; dueOn: string | null }) {
  const facts = [owner?.name, dueOn && `by ${dueOn}`].filter(Boolean).join(", ");
  return facts ? <span className="meta">{facts}</span> : null;
}

function factsOf({ nextMeeting, followUp, reviewOn }: DecisionViewProps) {
  return [
    nextMeeting && {
      term: "Comes back",
      detail: <a href={`/meetings/${nextMeeting}`}>at the meeting of {nextMeeting}</a>,
    },
    followUp && {
      term: "Takes it on",
      detail: <a href={`/people/${followUp.handle}`}>{followUp.name}</a>,
    },
    reviewOn && { term: "To be reviewed", detail: reviewOn },
  ].filter((fact) => fact !== null && fact !== "");
}
