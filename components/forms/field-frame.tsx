"use client";
import type { ReactNode } from "react";
import type { Field } from "./form-context";

export interface Labelled {
  name: string;
  label: string;
  hint?: ReactNode;
  /** false says "(optional)" beside the label; true is told to assistive technology. */
  required?: boolean;
}

/** Label, hint and error around a control, in the order in which they are read. */
export function FieldFrame(props: Labelled & { field: Field; children: ReactNode }) {
  const { field, label, hint, required, children } = props;
  return (
    <div className={field.error ? "field wrong" : "field"}>
      <label htmlFor={field.id}>
        {label}
        {required === false && <span className="opt"> (optional)</span>}
      </label>
      <HintAndError field={field} hint={hint} />
      {children}
    </div>
  );
}

export function HintAndError({ field, hint }: { field: Field; hint?: ReactNode }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${field.id}-hint`}>
          {hint}
        </p>
      )}
      {field.error && (
        <p className="err" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </>
  );
}
