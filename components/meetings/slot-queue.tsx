import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Meter } from "@/components/ui/meter";
import { Time } from "@/components/ui/time";
import { type Candidate, candidatesFor } from "@/lib/meetings/candidates";
import type { MeetingLine } from "@/lib/meetings/queries";
import type { SlotInQueue } from "@/lib/meetings/slot-queries";
import { slotMinutes } from "@/lib/meetings/slot-words";
import { slotStages, slotStatusLabels } from "@/lib/meetings/ui-text";

interface SlotQueueProps {
  requests: readonly SlotInQueue[];
  meetings: readonly MeetingLine[];
}

/** Requests for time: what is asked, whether the board could decide, and how the next meetings would fill. */
export function SlotQueue({ requests, meetings }: SlotQueueProps) {
  return (
    <ol className="lines queue" data-list>
      {requests.map((request) => (
        <li key={request.number}>
          <a className="line-title" href={`/proposals/${request.number}/board`}>
            <span className="no">#{request.number}</span> <span dir="auto">{request.title}</span>
          </a>
          <Badge stage={slotStages[request.status]}>{slotStatusLabels[request.status]}</Badge>
          <p className="line-text">
            {request.requestedBy} asks for {slotMinutes(request)}. <Window request={request} />{" "}
            {request.readiness}
          </p>
          <p className="line-facts">
            {request.asks === 1 ? "1 ask" : `${request.asks} asks`} · waits since{" "}
            <Time at={request.requestedAt} format="date" /> ({waited(request.waitingDays)})
            {request.offeredOn && (
              <>
                {" "}
                · on the table: <Time at={request.offeredOn} format="date" />
              </>
            )}
          </p>
          {(request.note || request.constraints) && (
            <p className="line-text" dir="auto">
              {[request.note, request.constraints].filter(Boolean).join(" · ")}
            </p>
          )}
          <Fill candidates={candidatesFor(request, meetings)} />
          <p className="actions">
            <LinkButton size="small" href={`/proposals/${request.number}/board`}>
              {request.waitsFor === "officers" ? "Answer" : "Change the offer"}
            </LinkButton>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Window({ request: { earliestOn, latestOn } }: { request: SlotInQueue }) {
  if (!earliestOn && !latestOn) return null;
  return (
    <>
      {earliestOn && (
        <>
          Not before <Time at={earliestOn} format="date" />.{" "}
        </>
      )}
      {latestOn && (
        <>
          Not after <Time at={latestOn} format="date" />.{" "}
        </>
      )}
    </>
  );
}

function Fill({ candidates }: { candidates: readonly Candidate[] }) {
  if (candidates.length === 0) return <p className="line-facts">No meeting is set within these dates.</p>;
  return (
    <ul className="fills" aria-label="How the next meetings would fill">
      {candidates.map(({ date, capacityMinutes, wouldTakeMinutes, fits }) => (
        <li key={date}>
          <a href={`/meetings/${date}`}>
            <Time at={date} format="date" />
          </a>
          <Meter
            value={Math.min(wouldTakeMinutes, capacityMinutes)}
            max={capacityMinutes}
            over={!fits}
            label={`${wouldTakeMinutes} of ${capacityMinutes} minutes with it${fits ? "" : `, ${wouldTakeMinutes - capacityMinutes} over`}`}
          />
        </li>
      ))}
    </ul>
  );
}

function waited(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "1 day" : `${days} days`;
}
