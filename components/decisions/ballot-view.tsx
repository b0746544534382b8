import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import type { BallotShown } from "@/lib/decisions/ballot-shown";
import {
  ballotStages,
  ballotStatusLabels,
  resultLabels,
  resultStages,
  ruleLabels,
} from "@/lib/decisions/ballot-ui-text";
import { tallyWords } from "@/lib/decisions/tally";
import { outcomeLabels } from "@/lib/decisions/ui-text";
import { BallotPositions } from "./ballot-positions";

/** A motion, how it stands in words, and where everybody stands. */
export function BallotView({ ballot }: { ballot: BallotShown }) {
  const { text, outcome, standing, blocks, tally, status, rulesInWords, isCritical } = ballot;
  return (
    <div className="dec">
      <p className="dec-head">
        <BallotBadge ballot={ballot} /> <span className="meta">{ruleLabels[ballot.rule]}</span>
        {ballot.closedAt && <Time at={ballot.closedAt} />}
      </p>
      <blockquote className="dec-text" dir="auto">
        {text}
      </blockquote>
      <p className="meta">
        Moved by {ballot.mover.name}
        {ballot.seconder ? `, seconded by ${ballot.seconder.name}` : ", waiting for a second"}.
        {outcome && ` If it carries: ${outcomeLabels[outcome].toLowerCase()}.`}
        {isCritical && " The liaison marked it as critical."}
      </p>
      {standing && (
        <p className={blocks.length > 0 ? "note n-warn" : "note n-info"} role="status">
          <span>{standing}</span>
        </p>
      )}
      {tally && status === "open" && <p className="meta">{tallyWords(tally)}.</p>}
      {rulesInWords && <p className="meta">{rulesInWords}</p>}
      {ballot.seats.length > 0 && <BallotPositions ballot={ballot} />}
    </div>
  );
}

export function BallotBadge({ ballot }: { ballot: Pick<BallotShown, "status" | "result"> }) {
  const { status, result } = ballot;
  if (result)
    return <StatusBadge status={result} label={resultLabels[result]} stage={resultStages[result]} />;
  return <StatusBadge status={status} label={ballotStatusLabels[status]} stage={ballotStages[status]} />;
}
