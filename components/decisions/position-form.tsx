import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { BallotShown } from "@/lib/decisions/ballot-shown";
import { positionHints, positionLabels, positionValues } from "@/lib/decisions/ballot-ui-text";

export interface BallotFormProps {
  ballot: BallotShown;
  action: FormAction;
  submissionKey: string;
  state: FormState;
  hidden: Record<string, string | number>;
}

/** Where this reader stands; a position that they took can be changed, and taken back. */
export function PositionForm({ ballot, action, submissionKey, state, hidden }: BallotFormProps) {
  const { own } = ballot;
  if (!own) return null;
  const values = positionValues.filter(
    (value) => (value !== "withdrawn" || own.position) && (value !== "recuse" || own.hasSeat),
  );
  return (
    <ActionForm action={action} submissionKey={submissionKey} state={state} label="Your position">
      <Hidden fields={{ ...hidden, ballot: ballot.id, seen: own.seen }} />
      <RadioGroup
        name="value"
        legend={own.hasSeat ? "Your position" : "Your advisory position"}
        hint={
          own.hasSeat
            ? undefined
            : "You have no seat on this ballot: the board reads it, and it is not counted."
        }
        defaultValue={own.position && own.position.value !== "withdrawn" ? own.position.value : undefined}
        required
        options={values.map((value) => ({
          value,
          label: value === "withdrawn" ? "Take it back" : positionLabels[value],
          hint: positionHints[value],
        }))}
      />
      <TextArea
        name="reason"
        label="Why"
        hint="A −1 needs a reason: what stands in the way, and what would change it."
        rows={3}
        defaultValue={own.position?.reason ?? ""}
        required={false}
      />
      <div className="actions">
        <SubmitButton>{own.position ? "Change my position" : "Take this position"}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function Hidden({ fields }: { fields: Record<string, string | number> }) {
  return Object.entries(fields).map(([name, value]) => <HiddenField key={name} name={name} value={value} />);
}

/** One row for each who is asked: those present in a meeting, every seat outside of one. */
export function RollCallForm({ ballot, action, submissionKey, state, hidden }: BallotFormProps) {
  const asked = ballot.seats.filter((seat) => !seat.hasLeft && (!ballot.isOfMeeting || seat.isPresent));
  if (!ballot.mayCallRoll || asked.length === 0) return null;
  return (
    <Disclosure
      summary={ballot.isOfMeeting ? "Call the roll" : "Write down positions for members"}
      open={ballot.isOfMeeting || Boolean(state.values)}
    >
      <ActionForm action={action} submissionKey={submissionKey} state={state} label="Roll call">
        <Hidden fields={{ ...hidden, ballot: ballot.id }} />
        {asked.map((seat) => (
          <div className="roll" key={seat.personId}>
            <HiddenField name={`seen.${seat.handle}`} value={seat.seen} />
            <SelectField
              name={`value.${seat.handle}`}
              label={seat.name}
              options={[
                {
                  value: "",
                  label: seat.position ? `Stays ${positionLabels[seat.position.value]}` : "Not asked yet",
                },
                ...positionValues
                  .filter((value) => value !== "withdrawn" || seat.position)
                  .map((value) => ({ value, label: positionLabels[value] })),
              ]}
            />
            <TextField
              name={`reason.${seat.handle}`}
              label={`Why, ${seat.name}`}
              autoComplete="off"
              required={false}
            />
          </div>
        ))}
        <div className="actions">
          <SubmitButton>Save the roll call</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  );
}
