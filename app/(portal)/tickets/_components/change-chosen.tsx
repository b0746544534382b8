import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import { Fieldset, HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { chooseForm } from "@/components/tickets/choose-box";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listHref, type TicketAddress } from "@/lib/tickets/list-filter";
import { moveLabels, priorityLabels } from "@/lib/tickets/ui-text";
import { changeTicketsAction } from "../list-actions";
import { ChosenBoxes } from "./chosen-boxes";

interface Props {
  address: TicketAddress;
  kept: string | string[] | undefined;
}

const labelled = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/**
 * What becomes of the tickets that are ticked in the list. The boxes stand in the list and belong to this form by its
 * name; each ticket is changed on its own, and a page says afterwards what became of which.
 */
export async function ChangeChosen({ address: { filter, view }, kept }: Props) {
  return (
    <div id="chosen" className="change-chosen">
      <ActionForm
        formId={chooseForm}
        action={changeTicketsAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "change-tickets")}
        label="Change the chosen tickets"
        folded="Change the chosen tickets"
        className="form chosen"
      >
        <HiddenField name="query" value={listHref({ filter, view }).split("?")[1] ?? ""} />
        <ChosenBoxes />
        <p className="hint">Tick tickets above first. What you leave empty here stays as it is.</p>
        <div className="pair">
          <TextField
            name="owner"
            label="Owner"
            hint="@account for a person, or a body such as infra."
            autoComplete="off"
            required={false}
            maxLength={100}
          />
          <SelectField
            name="priority"
            label="Priority"
            options={[{ value: "", label: "As it is" }, ...labelled(priorityLabels)]}
            required={false}
          />
        </div>
        <div className="pair">
          <TextField name="dueOn" label="Due" type="date" required={false} />
          <CheckField name="noDate" label="Take the date away" />
        </div>
        <div className="pair">
          <TextField
            name="addLabels"
            label="Labels to add"
            autoComplete="off"
            required={false}
            maxLength={500}
          />
          <TextField
            name="removeLabels"
            label="Labels to take away"
            autoComplete="off"
            required={false}
            maxLength={500}
          />
        </div>
        <div className="pair">
          <SelectField
            name="move"
            label="Move"
            options={[{ value: "", label: "None" }, ...labelled(moveLabels)]}
            required={false}
          />
          <TextArea name="reason" label="Why" hint="For a move that says why." rows={2} required={false} />
        </div>
        <div className="actions">
          <SubmitButton name="deed" value="change">
            Change them
          </SubmitButton>
        </div>
        <Fieldset legend="Or file them as one" hint="Drafts of one proposal, or drafts that stand alone.">
          <TextField name="title" label="Title of the bundle" required={false} maxLength={200} />
          <div className="actions">
            <SubmitButton variant="plain" name="deed" value="bundle">
              Make a bundle
            </SubmitButton>
          </div>
        </Fieldset>
      </ActionForm>
    </div>
  );
}
