import type { ReactNode } from "react";

export interface FieldsetProps {
  /** Where links lead that mean these fields. */
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}

/** Fields that belong together under one name. */
export function Fieldset({ id, legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className="set" id={id}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}
