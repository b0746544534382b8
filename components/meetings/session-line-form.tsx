import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { lineLabels } from "@/lib/meetings/action-line";

export interface SessionLineFormProps {
  action: FormAction;
  submissionKey: string;
  state: FormState;
  date: string;
  itemId: number;
}

/** One line of the record; quick to fill in again and again. */
export function SessionLineForm({ action, submissionKey, state, date, itemId }: SessionLineFormProps) {
  return (
    <ActionForm action={action} submissionKey={submissionKey} state={state} label="Write a line">
      <HiddenField name="date" value={date} />
      <HiddenField name="itemId" value={itemId} />
      <SelectField
        name="kind"
        label="Kind"
        hint="A question also goes into the proposal’s list of questions."
        defaultValue="note"
        options={Object.entries(lineLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextArea name="text" label="Line" rows={3} required />
      <div className="pair">
        <TextField
          name="owner"
          label="Owner of an ACTION"
          hint="@ada, or a body such as infra."
          autoComplete="off"
        />
        <TextField name="dueOn" label="Due" type="date" />
      </div>
      <div className="actions">
        <SubmitButton>Write it down</SubmitButton>
      </div>
    </ActionForm>
  );
}
