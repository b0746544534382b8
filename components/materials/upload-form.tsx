"use client";
import { type ReactNode, useId, useMemo } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import type { FormState } from "@/components/forms/form-state";

export interface UploadFormProps {
  /** A route of this portal that takes the file and says where to go. */
  action: string;
  submissionKey: string;
  state: FormState;
  label: string;
  children: ReactNode;
}

/** A form with a file: the browser sends it itself, with and without JavaScript. Otherwise like `ActionForm`. */
export function UploadForm({ action, submissionKey, state, label, children }: UploadFormProps) {
  const id = useId();
  const context = useMemo(() => ({ id, state }), [id, state]);
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      className="form"
      aria-label={label}
      noValidate
    >
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {state.status === "refused" && <ErrorSummary formId={id} state={state} isKept={!state.errors} />}
      <FormContext value={context}>{children}</FormContext>
    </form>
  );
}
