import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { outcomeLabels } from "@/lib/decisions/ui-text";

export interface PastDecisionFormProps {
  action: FormAction;
  submissionKey: string;
  state: FormState;
  number: number;
  version: number;
  /** Where the imported thread stands, as a first guess for the source. */
  sourceUrl?: string | null;
}

/** Takes an imported, closed thread up where it stopped: what the board decided then. */
export function PastDecisionForm(props: PastDecisionFormProps) {
  return (
    <ActionForm
      action={props.action}
      submissionKey={props.submissionKey}
      state={props.state}
      label="Take it up where it stopped"
      submitLabel="Record it and start the split"
    >
      <HiddenField name="number" value={props.number} />
      <HiddenField name="version" value={props.version} />
      <SelectField
        name="outcome"
        label="What the board decided then"
        defaultValue="redirected"
        options={[
          {
            value: "redirected",
            label: `${outcomeLabels.redirected}: not approved; to be asked for as specific tickets`,
          },
          { value: "approved", label: outcomeLabels.approved },
        ]}
      />
      <TextArea
        name="text"
        label="In the board's words"
        hint="Quote what was said when the thread was closed."
        rows={4}
        required
      />
      <div className="pair">
        <TextField name="decidedOn" label="Decided on" type="date" required />
        <TextField
          name="sourceUrl"
          label="Link"
          hint="Where it can be read."
          type="url"
          defaultValue={props.sourceUrl ?? ""}
          required={false}
        />
      </div>
    </ActionForm>
  );
}
