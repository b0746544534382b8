"use client";
import { type ReactNode, useActionState, useEffect, useId, useState } from "react";
import { Disclosure } from "../ui/disclosure";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { type FormAction, type FormState, idle } from "./form-state";
import { SubmitButton } from "./submit-button";

export interface ActionFormProps {
  action: FormAction;
  /** Random, made on the server for each showing of the form: what is sent twice under it has one effect. */
  submissionKey: string;
  /** The first state, where there is one: text kept from a lost session. */
  state?: FormState;
  /** With it the form ends in its button; without it, put a SubmitButton among the children. */
  submitLabel?: string;
  className?: string;
  /** The form element's id, for buttons and boxes that belong to it from elsewhere on the page. */
  formId?: string;
  /** Names the form where its heading does not. */
  label?: string;
  /** Folds the form away under these words. A refusal unfolds it, also where the browser runs no scripts. */
  folded?: string;
  /** Folded, and nevertheless open at first. */
  isUnfolded?: boolean;
  /** The key that unfolds it (components/layout/keyboard.tsx). */
  shortcut?: string;
  children?: ReactNode;
}

/**
 * The one form: works as a plain POST, keeps what was typed, says what is wrong and where. A page that was made anew
 * after the form was carried out brings a new key, and with it an empty form. One that was made anew for another reason
 * (another form was sent, a meeting went on) leaves a form alone that was not sent.
 */
export function ActionForm(props: ActionFormProps) {
  const [isSent, setSent] = useState(false);
  const [seen, see] = useState({ key: props.submissionKey, showing: 0 });
  if (seen.key !== props.submissionKey) {
    see({ key: props.submissionKey, showing: seen.showing + (isSent ? 1 : 0) });
    if (isSent) setSent(false);
  }
  // Counted, not the submission key itself: without JavaScript, React finds the answer to a plain POST by the place of
  // the form in the tree, and that has to be the same in the next request.
  return <FormOfKey key={seen.showing} {...props} onSent={setSent} />;
}

function FormOfKey({ onSent, ...props }: ActionFormProps & { onSent: (isSent: boolean) => void }) {
  const { action, state: first = idle, submitLabel, className = "form", formId } = props;
  const { label, folded, isUnfolded, shortcut, children } = props;
  const [state, send] = useActionState(action, first);
  // Refused, it is on its way no more: what is typed in it stays, whatever else the page shows anew.
  useEffect(() => {
    if (state.status === "refused") onSent(false);
  }, [state, onSent]);
  const key = useKeyUntilDone(props.submissionKey, state);
  const id = useId();
  const form = (
    // Errors come from the server, in one place and one form, rather than from the browser's bubbles.
    <form
      id={formId}
      action={send}
      onSubmit={() => onSent(true)}
      className={className}
      aria-label={label}
      noValidate
    >
      <input type="hidden" name="submissionKey" value={key} />
      {state.status === "refused" && <ErrorSummary formId={id} state={state} isKept={state === first} />}
      {state.status === "done" && state.message && (
        <p className="note n-good" role="status">
          {state.message}
        </p>
      )}
      <FormContext value={{ id, state }}>{children}</FormContext>
      {submitLabel && (
        <div className="actions">
          <SubmitButton>{submitLabel}</SubmitButton>
        </div>
      )}
    </form>
  );
  if (!folded) return form;
  return (
    <Disclosure
      summary={folded}
      open={state.status === "refused" || isUnfolded || undefined}
      shortcut={shortcut}
    >
      {form}
    </Disclosure>
  );
}

/** Stays the same over refusals and re-rendered pages; once the form was done, the next sending is a new one. */
function useKeyUntilDone(submissionKey: string, state: FormState): string {
  const [kept, keep] = useState({ key: submissionKey, state, timesDone: 0 });
  if (state === kept.state) return kept.key;
  const timesDone = kept.timesDone + (state.status === "done" ? 1 : 0);
  const key = timesDone > kept.timesDone ? `${submissionKey}.${timesDone}` : kept.key;
  keep({ key, state, timesDone });
  return key;
}
