import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { MeetingLine } from "@/lib/meetings/queries";
import type { BoardState, Place, SlotShown } from "@/lib/meetings/slot-queries";
import { overInWords, slotInWords, slotMinutes } from "@/lib/meetings/slot-words";
import { itemStages, itemStatusLabels, slotStages, slotStatusLabels } from "@/lib/meetings/ui-text";
import type { ProposalHead } from "@/lib/proposals/queries";
import { RequestForm, SlotForms } from "./slot-forms";

interface Props {
  head: ProposalHead;
  state: BoardState;
  meetings: readonly MeetingLine[];
  signedIn: boolean;
  kept: string | string[] | undefined;
}

/** How the proposal gets time: where the negotiation stands, in words, and what this reader can do. */
export function SlotSection({ head, state, meetings, signedIn, kept }: Props) {
  const { slot } = state;
  const path = `/proposals/${head.number}/board`;
  return (
    <Section
      title="Time on an agenda"
      aside={slot && <Badge stage={slotStages[slot.status]}>{slotStatusLabels[slot.status]}</Badge>}
    >
      {slot && <Standing slot={slot} />}
      {slot && (
        <SlotForms
          number={head.number}
          slot={slot}
          meetings={meetings}
          readiness={head.readiness}
          kept={kept}
        />
      )}
      {state.mayRequest && <RequestForm number={head.number} kept={kept} />}
      {!slot && !state.mayRequest && (
        <EmptyState title="Nobody has asked for time yet.">
          The requester asks for time on an agenda while the proposal is in discussion.
        </EmptyState>
      )}
      {!signedIn && (
        <p className="hint">
          <a href={`/sign-in?back=${path}`}>Sign in</a> to ask for time, or to answer an offer.
        </p>
      )}
    </Section>
  );
}

function Standing({ slot }: { slot: SlotShown }) {
  const over = overInWords(slot);
  const note = slot.offer ? slot.offer.note : slot.note;
  return (
    <>
      <p className="summary" dir="auto">
        {slotInWords(slot)}
      </p>
      {note && (
        <p className="line-text" dir="auto">
          “{note}”
        </p>
      )}
      {slot.constraints && (
        <p className="line-text" dir="auto">
          To be minded: {slot.constraints}
        </p>
      )}
      {slot.expiresAt && (
        <p className="hint">
          Expires without an answer <Time at={slot.expiresAt} />.
        </p>
      )}
      {slot.reason && (
        <p className="line-text" dir="auto">
          Reason: {slot.reason}
        </p>
      )}
      {over && <Note tone="warn">{over}</Note>}
      <p className="hint">
        {slot.requestedBy} asked for {slotMinutes(slot)} on <Time at={slot.createdAt} format="date" />; last
        change <Time at={slot.updatedAt} />.
      </p>
    </>
  );
}

/** Where it stood and stands on agendas, the latest first. */
export function PlacesSection({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <Section title="On agendas">
      <ul className="lines">
        {places.map((place) => (
          <li key={place.itemId}>
            <a className="line-title" href={`/meetings/${place.date}#item-${place.itemId}`}>
              <Time at={place.startsAt} zone={place.timeZone} also="UTC" />
            </a>
            <Badge stage={itemStages[place.status]}>{itemStatusLabels[place.status]}</Badge>
            <p className="line-facts">
              {slotMinutes(place)}
              {place.overrideReason && ` · taken although it does not fit: ${place.overrideReason}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
