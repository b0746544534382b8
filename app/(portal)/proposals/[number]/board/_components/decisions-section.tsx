import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { DecisionShown } from "@/lib/decisions/queries";
import { methodWords, outcomeLabels, outcomeStages } from "@/lib/decisions/ui-text";

/** What the board decided, with its conditions, the latest first. */
export function DecisionsSection({ decisions }: { decisions: readonly DecisionShown[] }) {
  return (
    <Section title="Decisions">
      {decisions.length === 0 ? (
        <EmptyState title="The board has not decided yet.">
          A decision is recorded in a meeting, and stands here with its conditions.
        </EmptyState>
      ) : (
        <ol className="lines">
          {decisions.map((decision) => (
            <Decision key={decision.id} decision={decision} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function Decision({ decision }: { decision: DecisionShown }) {
  const { outcome, method, conditions, sourceUrl } = decision;
  return (
    <li id={`decision-${decision.id}`}>
      <p>
        <Badge stage={outcomeStages[outcome]}>{outcomeLabels[outcome]}</Badge> {methodWords[method]}
      </p>
      <Time at={decision.decidedAt} format="date" />
      <p dir="auto">{decision.text}</p>
      {conditions.length > 0 && (
        <ol aria-label="Conditions">
          {conditions.map((condition) => (
            <li key={condition.number} dir="auto">
              Condition {condition.number}: {condition.text}
              {condition.owner && ` (${condition.owner.name})`}
              {condition.dueOn && `, due ${condition.dueOn}`}
            </li>
          ))}
        </ol>
      )}
      <p className="line-facts">
        Recorded by {decision.recordedBy}
        {decision.meeting && (
          <>
            {" "}
            in the meeting of{" "}
            <a href={`/meetings/${decision.meeting}${decision.minutesPublished ? "/minutes" : ""}`}>
              {decision.meeting}
            </a>
          </>
        )}
        {decision.nextMeeting && (
          <>
            {" "}
            · comes back on <a href={`/meetings/${decision.nextMeeting}`}>{decision.nextMeeting}</a>
          </>
        )}
        {decision.followUp && ` · ${decision.followUp.name} takes it on until then`}
        {decision.reviewOn && ` · to be reviewed on ${decision.reviewOn}`}
        {sourceUrl && (
          <>
            {" "}
            ·{" "}
            <a href={sourceUrl} rel="nofollow noopener">
              where it stands
            </a>
          </>
        )}
      </p>
    </li>
  );
}
