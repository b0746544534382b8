import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-field";
import type { ShownAction } from "@/lib/meetings/action-row";

interface ReportFormProps {
  report: FormAction;
  submissionKey: string;
  state?: FormState;
  action: ShownAction;
  /** The meeting on whose page it stands, to come back to it. */
  meeting?: string;
  /** Folds it away under "Report". */
  folded?: boolean;
}

/** How an ACTION stands, from those who may say so; nothing where this reader may not. */
export function ReportForm({ report, submissionKey, state, action, meeting = "", folded }: ReportFormProps) {
  const moves = action.moves.filter((move) => !move.refusal);
  if (moves.length === 0) return null;
  return (
    <ActionForm
      action={report}
      submissionKey={submissionKey}
      state={state}
      label={`How does “${action.text.slice(0, 40)}” stand?`}
      {...(folded && { folded: "Report" })}
    >
      <HiddenField name="lineId" value={action.id} />
      <HiddenField name="version" value={action.version} />
      <HiddenField name="meeting" value={meeting} />
      <RadioGroup
        name="move"
        legend="How it stands"
        options={moves.map(({ name, label, needs }) => ({
          value: name,
          label,
          ...(needs && { hint: `Needs ${needs}.` }),
        }))}
      />
      <TextArea name="note" label="A word about it" rows={2} required={false} />
      <div className="actions">
        <SubmitButton>Report</SubmitButton>
      </div>
    </ActionForm>
  );
}
