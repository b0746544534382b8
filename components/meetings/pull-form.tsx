import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";

interface PullFormProps {
  action: FormAction;
  submissionKey: string;
  date: string;
  itemId: number;
  title: string;
}

/** A director has an item talked about that would be dealt with together with others. */
export function PullForm({ action, submissionKey, date, itemId, title }: PullFormProps) {
  return (
    <Disclosure summary="Pull it, to have it talked about">
      <ActionForm action={action} submissionKey={submissionKey} submitLabel="Pull it" label={`Pull ${title}`}>
        <HiddenField name="date" value={date} />
        <HiddenField name="itemId" value={itemId} />
        <TextField
          name="reason"
          label="Reason"
          hint="If you want to give one."
          required={false}
          maxLength={1000}
        />
      </ActionForm>
    </Disclosure>
  );
}
