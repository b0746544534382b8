import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/check-field";
import { Fieldset, HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { DecisionDraft } from "@/lib/decisions/ballot-shown";
import { effects, type Outcome } from "@/lib/decisions/effects";
import { methodLabels, outcomeLabels } from "@/lib/decisions/ui-text";
import { ConfirmDecision } from "./confirm-decision";

export interface DecisionFormProps {
  action: FormAction;
  submissionKey: string;
  state: FormState;
  /** Of an item in a meeting, or of a ballot outside of one. */
  hidden: Record<string, string | number>;
  draft: DecisionDraft;
  laterMeetings: { date: string; title: string }[];
  /** What stands in the way of approval, shown beside the outcome. */
  standing?: ReactNode;
}

const rows = 3;

/** What the board decided; each outcome says what it will cause before it is recorded. */
export function DecisionForm({
  action,
  submissionKey,
  state,
  hidden,
  draft,
  laterMeetings,
  standing,
}: DecisionFormProps) {
  return (
    <ActionForm action={action} submissionKey={submissionKey} state={state} label="Decision">
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {standing}
      <RadioGroup
        name="outcome"
        legend="Outcome"
        defaultValue={draft.outcome}
        required
        options={Object.entries(outcomeLabels).map(([value, label]) => ({
          value,
          label,
          hint: effects[value as Outcome].sentence, // keys of the same table
        }))}
      />
      <SelectField
        name="method"
        label="How it was reached"
        defaultValue={draft.method}
        options={Object.entries(methodLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="text"
        label="The decision in words"
        hint="As it will stand in the minutes. It cannot be edited afterwards; a later decision corrects it."
        rows={4}
        defaultValue={draft.text}
        required
      />
      <Fieldset
        legend="When it goes back to discussion"
        hint="For “needs info”, “deferred” and “no decision”: name the next meeting, or somebody who takes it on."
      >
        <div className="pair">
          <SelectField
            name="nextMeeting"
            label="Next meeting"
            options={[
              { value: "", label: "None" },
              ...laterMeetings.map((meeting) => ({
                value: meeting.date,
                label: `${meeting.date}, ${meeting.title}`,
              })),
            ]}
          />
          <TextField
            name="followUp"
            label="Who takes it on"
            hint="A person such as @ada."
            autoComplete="off"
          />
        </div>
      </Fieldset>
      <Disclosure summary="Conditions and review date" open={Boolean(state.values)}>
        <Conditions />
        <TextField name="reviewOn" label="To be reviewed on" type="date" required={false} />
      </Disclosure>
      <ConfirmDecision />
    </ActionForm>
  );
}

export function Conditions() {
  return (
    <Fieldset
      legend="Conditions"
      hint="Of an approved or redirected proposal. Rows left empty are not saved."
    >
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Fieldset key={row} legend={`Condition ${row + 1}`}>
          <TextField name={`conditions.${row}.text`} label="What has to be met" />
          <div className="pair">
            <TextField
              name={`conditions.${row}.owner`}
              label="Owner"
              hint="@ada, or a body such as infra."
              autoComplete="off"
            />
            <TextField name={`conditions.${row}.dueOn`} label="Due" type="date" />
          </div>
        </Fieldset>
      ))}
    </Fieldset>
  );
}
