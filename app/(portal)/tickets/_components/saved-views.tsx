import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Icon } from "@/components/ui/icon";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { filterParts, listHref, type TicketAddress } from "@/lib/tickets/list-filter";
import type { SavedView } from "@/lib/tickets/view-queries";
import { removeViewAction, saveViewAction } from "../list-actions";

interface Props {
  address: TicketAddress;
  views: readonly SavedView[];
  signedIn: boolean;
  kept: string | string[] | undefined;
}

/** One's own views by name, and a way to keep this one: only for its person. */
export async function SavedViews({ address: { filter, view }, views, signedIn, kept }: Props) {
  const query = listHref({ filter, view }).split("?")[1] ?? "";
  const isNew = filterParts(filter).length > 0 && !views.some((each) => each.query === query);
  if (!signedIn || (views.length === 0 && !isNew)) return null;
  return (
    <div className="saved-views">
      {views.length > 0 && (
        <ActionForm
          action={removeViewAction}
          submissionKey={newSubmissionKey()}
          className="chips"
          label="My views"
        >
          <HiddenField name="query" value={query} />
          {views.map((each) => (
            <span className="chip" key={each.id}>
              <a
                href={`/tickets?${each.query}`}
                aria-current={each.query === query ? "true" : undefined}
                dir="auto"
              >
                {each.name}
              </a>
              <SubmitButton variant="quiet" size="small" name="view" value={String(each.id)} pendingLabel="…">
                <Icon name="x" label={`Forget the view ${each.name}`} />
              </SubmitButton>
            </span>
          ))}
        </ActionForm>
      )}
      {isNew && (
        <ActionForm
          action={saveViewAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "save-view")}
          submitLabel="Keep it"
          label="Keep this view"
          folded="Keep this view"
        >
          <HiddenField name="query" value={query} />
          <TextField name="name" label="Its name" hint="Only you see it." maxLength={60} required />
        </ActionForm>
      )}
    </div>
  );
}
