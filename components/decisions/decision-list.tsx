import { MovedOn } from "@/components/proposals/moved-on";
import { Time } from "@/components/ui/time";
import type { DecisionShown } from "@/lib/decisions/queries";
import { DecisionView } from "./decision-view";

/** The decisions on a proposal, the latest first, each with its meeting or its source. */
export function DecisionList({ decisions }: { decisions: readonly DecisionShown[] }) {
  return (
    <ol className="decs">
      {decisions.map((decision) => (
        <li key={decision.id} id={`decision-${decision.id}`}>
          <DecisionView {...decision} />
          <p className="meta">
            <Origin {...decision} />
          </p>
          <MovedOn
            proposal={decision.proposal.number}
            spoke={decision.revision}
            current={decision.proposal.revision}
          />
        </li>
      ))}
    </ol>
  );
}

function Origin({ meeting, minutesPublished, recordedBy, sourceUrl }: DecisionShown) {
  return (
    <>
      Recorded by {recordedBy}
      {meeting ? (
        <>
          {" "}
          in the{" "}
          <a href={`/meetings/${meeting}`}>
            meeting of <Time at={meeting} format="date" />
          </a>
          {minutesPublished ? (
            <>
              {" "}
              · <a href={`/meetings/${meeting}/minutes`}>Minutes</a>
            </>
          ) : (
            " · Minutes not published yet"
          )}
        </>
      ) : (
        " afterwards"
      )}
      {sourceUrl && (
        <>
          {" "}
          ·{" "}
          <a href={sourceUrl} rel="nofollow noopener">
            Where it was said
          </a>
        </>
      )}
    </>
  );
}
