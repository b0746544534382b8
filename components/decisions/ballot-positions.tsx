import { MovedOn } from "@/components/proposals/moved-on";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import type { PositionRow } from "@/lib/decisions/ballot-row";
import type { BallotShown, SeatShown } from "@/lib/decisions/ballot-shown";
import { positionLabels } from "@/lib/decisions/ballot-ui-text";

/** Where each seat stands, then what others think, then who changed what. */
export function BallotPositions({ ballot }: { ballot: BallotShown }) {
  const { seats, advisory, positions } = ballot;
  const changed = positions.length > new Set(positions.map(({ personId }) => personId)).size;
  return (
    <>
      <ul className="votes">
        {seats.map((seat) => (
          <Seat key={seat.personId} seat={seat} ballot={ballot} />
        ))}
      </ul>
      {advisory.length > 0 && (
        <>
          <p className="dec-title">Advisory, without effect on the result</p>
          <ul className="votes">
            {advisory.map((position) => (
              <li key={position.personId}>
                <Said position={position} ballot={ballot} />
              </li>
            ))}
          </ul>
        </>
      )}
      {changed && (
        <Disclosure summary="How positions changed">
          <ol className="meta">
            {positions.map((position) => (
              <li key={`${position.personId}-${position.number}`} dir="auto">
                {position.name}: {positionLabels[position.value]}
                {position.reason && `, “${position.reason}”`} · <Time at={position.at} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </>
  );
}

function Seat({ seat, ballot }: { seat: SeatShown; ballot: BallotShown }) {
  const { position } = seat;
  if (position && position.value !== "withdrawn") {
    return (
      <li>
        <Said
          position={position}
          ballot={ballot}
          note={seat.hasLeft ? "has left the board since" : undefined}
        />
      </li>
    );
  }
  return (
    <li>
      <b className="vote" aria-hidden="true">
        –
      </b>
      <span dir="auto">{seat.name}</span> <span className="meta">{silence(seat, ballot)}</span>
    </li>
  );
}

function silence(seat: SeatShown, { isOfMeeting, status }: BallotShown): string {
  if (seat.hasLeft) return "left the board without a position";
  if (status === "open" && isOfMeeting && !seat.isPresent) return "is not there";
  if (seat.position) return "took the position back";
  return status === "open" ? "no position yet" : "no position";
}

interface SaidProps {
  position: PositionRow;
  ballot: BallotShown;
  note?: string;
}

function Said({ position, ballot, note }: SaidProps) {
  const { value, name, reason, recordedBy, revision } = position;
  const facts = [recordedBy && `written down by ${recordedBy}`, note].filter(Boolean).join(", ");
  return (
    <>
      <b className={`vote v-${value}`}>{positionLabels[value]}</b>
      <span dir="auto">{name}</span> {facts && <span className="meta">{facts}</span>}
      {reason && (
        <p className="vote-why" dir="auto">
          {reason}
        </p>
      )}
      {ballot.proposal && (
        <MovedOn proposal={ballot.proposal.number} spoke={revision} current={ballot.proposal.revision} />
      )}
    </>
  );
}
