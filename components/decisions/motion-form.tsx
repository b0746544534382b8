import { ActionForm } from "@/components/forms/action-form";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { ruleLabels } from "@/lib/decisions/ballot-ui-text";
import { type BallotRule, isOfTheMeeting } from "@/lib/decisions/rule-set";
import { outcomeLabels } from "@/lib/decisions/ui-text";
import { Hidden } from "./position-form";

export interface MotionFormProps {
  action: FormAction;
  submissionKey: string;
  state: FormState;
  hidden: Record<string, string | number>;
  /** Whether something is decided on a proposal by it. */
  onProposal: boolean;
  inMeeting: boolean;
  /** An officer writes it down for a director. */
  forOthers: boolean;
  folded?: string;
  /** The key that unfolds it. */
  shortcut?: string;
  /** What a new one begins with; it is unfolded then. */
  begins?: string;
  /** What it says now, where it is amended. */
  now?: { text: string; outcome: string; rule: BallotRule };
}

/** The text that will be voted on, what it would decide, and by which rule. */
export function MotionForm(props: MotionFormProps) {
  const { action, submissionKey, state, hidden, onProposal, inMeeting, forOthers, now, begins } = props;
  const rules = Object.entries(ruleLabels).filter(
    ([rule]) => inMeeting || !isOfTheMeeting(rule as BallotRule),
  ); // keys of the same table
  return (
    <ActionForm
      action={action}
      submissionKey={submissionKey}
      state={state}
      label={now ? "Amend the motion" : "Make a motion"}
      folded={props.folded}
      isUnfolded={begins !== undefined}
      shortcut={props.shortcut}
    >
      <Hidden fields={hidden} />
      <TextArea
        name="text"
        label="Motion"
        hint="As it will be voted on: “To approve asks 1 and 2, on condition that …”"
        rows={3}
        defaultValue={now?.text ?? begins}
        data-motion={now ? undefined : ""}
        required
      />
      <div className="pair">
        {onProposal && (
          <SelectField
            name="outcome"
            label="If it carries"
            defaultValue={now?.outcome ?? "approved"}
            options={Object.entries(outcomeLabels).map(([value, label]) => ({ value, label }))}
          />
        )}
        <SelectField
          name="rule"
          label="Decided by"
          defaultValue={now?.rule ?? (inMeeting ? "majority" : "consensus")}
          options={rules.map(([value, label]) => ({ value, label }))}
        />
      </div>
      {forOthers && !now && (
        <div className="pair">
          <TextField
            name="mover"
            label="Moved by"
            hint="A director such as @ada; yourself, if you are one and leave it empty."
            autoComplete="off"
            required={false}
          />
          <TextField
            name="seconder"
            label="Seconded by"
            hint="Empty while nobody has."
            autoComplete="off"
            required={false}
          />
        </div>
      )}
      <div className="actions">
        <SubmitButton>{now ? "Amend it" : "Make the motion"}</SubmitButton>
      </div>
    </ActionForm>
  );
}
