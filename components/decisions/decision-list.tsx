import { MovedOn } from "@/components/proposals/moved-on";
import { Time } from "@/components/ui/time";
import type { DecisionShown } from "@/lib/decisions/queries";
import { DecisionView } from "./decision-view";

interface DecisionListProps {
  decisions: readonly DecisionShown[];
  /** Names the proposal of each, where they are of many. */
  about?: "proposal";
}

/** Decisions, each with its meeting, its ballot or its source, and with what corrects it. */
export function DecisionList({ decisions, about }: DecisionListProps) {
  return (
    <ol className="decs">
      {decisions.map((decision) => (
        <li key={decision.id} id={`decision-${decision.id}`}>
          {about === "proposal" && (
            <p className="dec-about">
              <About {...decision} />
            </p>
          )}
          <DecisionView {...decision} />
          <Corrections {...decision} />
          <p className="meta">
            <Origin {...decision} /> · <a href={`/decisions/${decision.id}`}>Decision {decision.id}</a>
            {" · "}
            <a href={`/provenance/decision/${decision.id}`}>What it led to</a>
            {decision.ballotId && (
              <>
                {" "}
                · <a href={`/ballots/${decision.ballotId}`}>Ballot {decision.ballotId}</a>
              </>
            )}
          </p>
          {decision.proposal && (
            <MovedOn
              proposal={decision.proposal.number}
              spoke={decision.revision}
              current={decision.proposal.revision}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The proposal or the ticket that was decided on. */
export function About({ proposal, ticket }: DecisionShown) {
  if (proposal) {
    return (
      <a href={`/proposals/${proposal.number}/board`} dir="auto">
        <span className="no">#{proposal.number}</span> {proposal.title}
      </a>
    );
  }
  if (!ticket) return null;
  return (
    <a href={`/tickets/${ticket.number}`} dir="auto">
      <span className="no">T-{ticket.number}</span> {ticket.title}
    </a>
  );
}

/** Which decision stands in the place of which, both ways. */
export function Corrections({ corrects, correctionWhy, correctedBy }: DecisionShown) {
  if (!corrects && !correctedBy) return null;
  return (
    <>
      {correctedBy && (
        <p className="note n-warn">
          <span>
            Corrected later: <a href={`/decisions/${correctedBy}`}>decision {correctedBy}</a> stands in its
            place.
          </span>
        </p>
      )}
      {corrects && (
        <p className="note n-info">
          <span dir="auto">
            Corrects <a href={`/decisions/${corrects}`}>decision {corrects}</a>: {correctionWhy}
          </span>
        </p>
      )}
    </>
  );
}

export function Origin({ meeting, minutesPublished, recordedBy, sourceUrl, ballotId }: DecisionShown) {
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
      ) : ballotId ? (
        " outside of a meeting"
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
