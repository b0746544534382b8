import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import { type Stance, watchChoices } from "@/lib/discussion/watching";
import { SubjectField } from "./subject-field";

interface Props {
  on: DiscussedNumber;
  stance: Stance;
  action: FormAction;
  submissionKey: string;
  /** The page that holds it, to come back to. */
  from: "page" | "inbox";
}

/** The reader's choice of what they are told of a proposal or a ticket: a button for each other than the present one. */
export function WatchControl({ on, stance, action, submissionKey, from }: Props) {
  return (
    <ActionForm
      action={action}
      submissionKey={submissionKey}
      className="watch"
      label={`What you are told of ${on.proposal === undefined ? `T-${on.ticket}` : `#${on.proposal}`}`}
    >
      <SubjectField on={on} />
      <HiddenField name="from" value={from} />
      {watchChoices(stance).map(({ level, label }) => (
        <SubmitButton key={level} variant="plain" size="small" name="level" value={level}>
          {label}
        </SubmitButton>
      ))}
    </ActionForm>
  );
}
