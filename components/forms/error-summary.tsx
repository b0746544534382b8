"use client";
import { useEffect, useRef } from "react";
import { fieldId } from "./form-context";
import type { FormState } from "./form-state";

export interface ErrorSummaryProps {
  formId: string;
  state: FormState;
  /** Text that came back after a lost session: nothing is wrong with it, so it is no alarm. */
  isKept: boolean;
}

/** What stands in the way, at the top of the form and with the focus, each line a link to its field. */
export function ErrorSummary({ formId, state, isKept }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // A new state is a new answer: it gets the focus even where it says the same words.
  useEffect(() => {
    if (state.status === "refused") box.current?.focus();
  }, [state]);
  const message = state.message ?? "Something is not right yet. What you typed is kept.";
  return (
    <div className={isKept ? "note n-info" : "note n-error"} role="alert" tabIndex={-1} ref={box}>
      <div>
        <p className="note-title">{message}</p>
        {state.errors && state.errors.length > 0 && (
          <ul>
            {state.errors.map((error) => (
              <li key={`${error.path} ${error.message}`}>
                {error.path ? <a href={`#${fieldId(formId, error.path)}`}>{error.message}</a> : error.message}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
