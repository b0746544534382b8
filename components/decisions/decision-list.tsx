import { Time } from "@/components/ui/time";
import type { DecisionShown } from "@/lib/decisions/queries";
import { DecisionView } from "./decision-view";

/** The decisions on a proposal, the latest first, each with its meeting or its source. */
export function DecisionList({ decisions }: { decisions: DecisionShown[] }) {
  return (
    <ol className="grid gap-8">
      {decisions.map((decision) => (
        <li key={decision.id} id={`decision-${decision.id}`}>
          <DecisionView {...decision} />
          <p className="meta mt-2">
            <Origin {...decision} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Origin({ meeting, minutesPublished, decidedAt, recordedBy, sourceUrl }: DecisionShown) {
  if (meeting) {
    return (
      <>
        At the <a href={`/meetings/${meeting}`}>meeting of {meeting}</a>,{" "}
        <a href={`/meetings/${meeting}/minutes`}>
          {minutesPublished ? "in its minutes" : "minutes not published yet"}
        </a>
        . Recorded by {recordedBy}.
      </>
    );
  }
  return (
    <>
      Decided on <Time at={decidedAt} format="date" />
      {sourceUrl && (
        <>
          {" "}
          (
          <a href={sourceUrl} rel="nofollow noopener">
            where it was said
          </a>
          )
        </>
      )}
      . Recorded afterwards by {recordedBy}.
    </>
  );
}
