import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { newSubmissionKey } from "@/lib/form-action";
import { removeCoAuthorAction } from "../actions";

interface Props {
  number: number;
  person: { id: number; name: string };
  /** A co-author leaves; the author lets somebody go. */
  isSelf: boolean;
}

export function RemoveCoAuthor({ number, person, isSelf }: Props) {
  const words = isSelf ? "Leave as co-author" : `Remove ${person.name}`;
  return (
    <ActionForm
      action={removeCoAuthorAction}
      submissionKey={newSubmissionKey()}
      className="moves"
      label={words}
    >
      <HiddenField name="number" value={number} />
      <HiddenField name="personId" value={person.id} />
      <SubmitButton variant="plain" size="small">
        {words}
      </SubmitButton>
    </ActionForm>
  );
}
