"use client";
import { type ReactNode, useActionState, useCallback, useEffect, useId, useRef, useState } from "react";
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
  const [seen, see] = useState<Showing>({ key: props.submissionKey, showing: 0, ...unsent });
  if (seen.key !== props.submissionKey) see(withKey(seen, props.submissionKey));
  const tell = useCallback((news: News) => see((before) => after(before, news)), []);
  // Counted, not the submission key itself: without JavaScript, React finds the answer to a plain POST by the place of
  // the form in the tree, and that has to be the same in the next request.
  return <FormOfKey key={seen.showing} {...props} tell={tell} />;
}

interface Showing {
  key: string;
  showing: number;
  isSent: boolean;
  /** On its way: an answer is still to come. */
  isPending: boolean;
  /** The page was made anew meanwhile. */
  isOwed: boolean;
}

type News = "sent" | "refused" | "settled";

const unsent = { isSent: false, isPending: false, isOwed: false };

/** The page was made anew. While the form is on its way nobody knows yet whether that is its own answer. */
function withKey(before: Showing, key: string): Showing {
  if (!before.isSent) return { ...before, key };
  if (before.isPending) return { ...before, key, isOwed: true };
  return { key, showing: before.showing + 1, ...unsent };
}

/** Refused, what was typed stays, whatever else the page shows anew; done, the form of the new page is an empty one. */
function after(before: Showing, news: News): Showing {
  if (news === "sent") return { ...before, isSent: true, isPending: true, isOwed: false };
  if (news === "refused") return { ...before, ...unsent };
  if (!before.isSent) return before;
  return before.isOwed
    ? { ...before, showing: before.showing + 1, ...unsent }
    : { ...before, isPending: false };
}

/** The words of the folded form that was sent last in this browser's page. */
let sentLast: string | undefined;

function FormOfKey({ tell, ...props }: ActionFormProps & { tell: (news: News) => void }) {
  const { action, state: first = idle, submitLabel, className = "form", formId } = props;
  const { label, folded, isUnfolded, shortcut, children } = props;
  const [state, send, isPending] = useActionState(action, first);
  useEffect(() => {
    if (state.status === "refused") tell("refused");
  }, [state, tell]);
  useEffect(() => {
    if (!isPending) tell("settled");
  }, [isPending, tell]);
  const element = useRef<HTMLFormElement>(null);
  // Done, the page is made anew, and the form folded again with what had the focus in it: its words have it then.
  useEffect(() => {
    if (!folded || folded !== sentLast || document.activeElement !== document.body) return;
    sentLast = undefined;
    element.current?.closest("details")?.querySelector("summary")?.focus({ preventScroll: true });
  }, [folded]);
  const key = useKeyUntilDone(props.submissionKey, state);
  const id = useId();
  const form = (
    // Errors come from the server, in one place and one form, rather than from the browser's bubbles.
    <form
      ref={element}
      id={formId}
      action={send}
      onSubmit={() => {
        sentLast = folded;
        tell("sent");
      }}
      className={className}
      aria-label={label}
      noValidate
    >
      <input type="hidden" name="submissionKey" value={key} />
      {state.status === "refused" && <ErrorSummary formId={id} state={state} isKept={state === first} />}
      {state.status === "done" && state.message && (
        <p className="note n-good" role="status">
          {state.message} {state.secret && <code className="secret">{state.secret}</code>}
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
