import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { TextField } from "@/components/forms/text-field";
import { newSubmissionKey } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import { addCoAuthorAction } from "../actions";

interface Props {
  number: number;
  people: OwnerChoice[];
  state: FormState;
}

/** The author names who writes with them. */
export function AddCoAuthor({ number, people, state }: Props) {
  return (
    <ActionForm
      action={addCoAuthorAction}
      submissionKey={newSubmissionKey()}
      state={state}
      label="Take somebody in as co-author"
      submitLabel="Take in as co-author"
    >
      <HiddenField name="number" value={number} />
      <datalist id="people">
        {people.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
      <TextField
        name="person"
        label="Who"
        hint="Such as @ada. They see the draft, revise the text and answer questions; publishing it, asking for time and splitting it stay yours."
        list="people"
        autoComplete="off"
        maxLength={100}
        required
      />
    </ActionForm>
  );
}
