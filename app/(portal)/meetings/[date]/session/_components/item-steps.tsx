import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { PlaceButton } from "@/components/meetings/live/place-button";
import { Icon } from "@/components/ui/icon";
import { newSubmissionKey } from "@/lib/form-action";
import type { Session, SessionItem } from "@/lib/meetings/session-queries";
import { markPlaceAction } from "../actions";

/** To the items before and after (also by the arrow keys), and for the officers: everybody to this one. */
export function ItemSteps({ session, shown }: { session: Session; shown: SessionItem }) {
  const { date, items, live, mayMarkPlace } = session;
  const here = items.findIndex(({ id }) => id === shown.id);
  const [before, after] = [items[here - 1], items[here + 1]];
  const marks = mayMarkPlace && live.placeItemId !== shown.id;
  return (
    <div className="item-steps">
      <nav aria-label="Items beside this one" data-steps>
        {before && (
          <a href={`/meetings/${date}/session?item=${before.id}`} rel="prev">
            <Icon name="arrow-left" /> Previous item
          </a>
        )}
        {after && (
          <a href={`/meetings/${date}/session?item=${after.id}`} rel="next">
            Next on the agenda <Icon name="arrow-right" />
          </a>
        )}
      </nav>
      {marks && (
        <ActionForm action={markPlaceAction} submissionKey={newSubmissionKey()} label="Place of the meeting">
          <HiddenField name="date" value={date} />
          <HiddenField name="itemId" value={shown.id} />
          <PlaceButton />
        </ActionForm>
      )}
    </div>
  );
}
