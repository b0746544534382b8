import { Conditions } from "@/components/decisions/decision-form";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { leadsToTheSame, type Outcome } from "@/lib/decisions/effects";
import type { DecisionPage } from "@/lib/decisions/queries";
import { methodLabels, outcomeLabels } from "@/lib/decisions/ui-text";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { correctDecisionAction } from "../actions";

/** A later decision in the place of this one, which stays readable as it is. */
export async function CorrectionForm({
  decision,
  kept,
}: {
  decision: DecisionPage;
  kept?: string | string[];
}) {
  const outcomes = Object.entries(outcomeLabels).filter(
    ([value]) => leadsToTheSame(decision.outcome, value as Outcome), // keys of the same table
  );
  return (
    <Section title="Correct it" id="correct">
      <ActionForm
        action={correctDecisionAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "correct-decision")}
        folded="Record a correction"
        label="Correction"
      >
        <HiddenField name="decision" value={decision.id} />
        <p className="hint">
          What is recorded is never edited. A correction is a later decision that stands in its place; both
          stay readable, and the proposal stays where the decision led it.
        </p>
        <TextArea name="why" label="What was wrong" rows={2} required />
        <div className="pair">
          <SelectField
            name="outcome"
            label="Outcome"
            defaultValue={decision.outcome}
            options={outcomes.map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            name="method"
            label="How it was reached"
            defaultValue={decision.method}
            options={Object.entries(methodLabels).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <TextArea name="text" label="The decision in words" rows={4} defaultValue={decision.text} required />
        <TextField
          name="reviewOn"
          label="To be reviewed on"
          type="date"
          defaultValue={decision.reviewOn ?? ""}
          required={false}
        />
        {decision.proposal?.status === "splitting" && (
          <>
            <p className="hint">The earlier conditions stay; name here only those that were forgotten.</p>
            <Conditions />
          </>
        )}
        <div className="actions">
          <SubmitButton>Record the correction</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
