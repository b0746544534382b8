import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { OwnerChoice } from "@/lib/people/queries";

export interface CommentFormProps {
  number: number;
  action: FormAction;
  submissionKey: string;
  state?: FormState;
  /** Who is likely to be asked: offered, not all there are. */
  owners: readonly OwnerChoice[];
}

/** A comment; opened, it also asks somebody, who then owes the answer. */
export function CommentForm({ number, action, submissionKey, state, owners }: CommentFormProps) {
  const asks = Boolean(state?.values?.askOf || state?.errors?.some((error) => error.path === "askOf"));
  return (
    <ActionForm
      action={action}
      submissionKey={submissionKey}
      state={state}
      submitLabel="Comment"
      label="Add to the discussion"
    >
      <HiddenField name="proposal" value={number} />
      <TextArea
        name="markdown"
        label="Your comment"
        hint="Markdown works. @handle names a person, #63 a proposal."
        rows={5}
        required
      />
      <Disclosure summary="Ask somebody" open={asks}>
        <datalist id="debtors">
          {owners.map((owner) => (
            <option key={owner.value} value={owner.value}>
              {owner.label}
            </option>
          ))}
        </datalist>
        <TextField
          name="askOf"
          label="Who should answer"
          hint="A person such as @ada, or a body such as board. It stays open, under their name, until it is answered or you take it back."
          list="debtors"
          autoComplete="off"
          required={false}
          maxLength={100}
        />
        <TextField
          name="question"
          label="The question in one sentence"
          hint="Left empty, it is the first question in your comment."
          required={false}
          maxLength={1000}
        />
      </Disclosure>
    </ActionForm>
  );
}
