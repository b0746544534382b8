import { ActionForm } from "../forms/action-form";
import { HiddenField } from "../forms/fieldset";
import type { FormAction, FormState } from "../forms/form-state";
import { SubmitButton } from "../forms/submit-button";
import type { ButtonVariant } from "../ui/button";

/** A move as its machine offers it; what it needs is not shown, for where it can be made it has it. */
export interface MoveOffered {
  name: string;
  label: string;
  /** Why it cannot be made yet: then it is said, not offered. */
  refusal?: string;
}

export interface MoveButtonsProps {
  moves: readonly MoveOffered[];
  action: FormAction;
  submissionKey: string;
  state?: FormState;
  /** Sent along: id, version. */
  hidden?: Record<string, string | number>;
  /** The field that carries the move's name. */
  field?: string;
  /** How a move's button looks; the first is primary and the others plain unless told. */
  variants?: Partial<Record<string, ButtonVariant>>;
}

/** The moves that this reader can make, as buttons; those that something stands in the way of, as the reason why. */
export function MoveButtons(props: MoveButtonsProps) {
  const { moves, action, submissionKey, state, hidden = {}, field = "move", variants = {} } = props;
  const open = moves.filter((move) => !move.refusal);
  const closed = moves.filter((move) => move.refusal);
  if (moves.length === 0) return null;
  return (
    <ActionForm
      action={action}
      submissionKey={submissionKey}
      state={state}
      className="moves"
      label="Next steps"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {open.map((move, place) => (
        <SubmitButton
          key={move.name}
          name={field}
          value={move.name}
          variant={variants[move.name] ?? (place === 0 ? "primary" : "plain")}
        >
          {move.label}
        </SubmitButton>
      ))}
      {closed.map((move) => (
        <p className="move-not" key={move.name}>
          <b>{move.label}</b> is not possible yet: {move.refusal}
        </p>
      ))}
    </ActionForm>
  );
}
