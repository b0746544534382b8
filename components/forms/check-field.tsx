"use client";
import type { ReactNode } from "react";
import { HintAndError } from "./field-frame";
import { useField } from "./form-context";
import type { Option } from "./select-field";

export interface CheckFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is sent when it is ticked; "on" unless told. */
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
}

export function CheckField({ name, label, hint, value = "on", defaultChecked, required }: CheckFieldProps) {
  const field = useField(name, hint);
  const checked = field.wasSent ? field.kept === value : defaultChecked;
  return (
    <div className={field.error ? "field wrong" : "field"}>
      <div className="choice">
        <input
          type="checkbox"
          key={String(checked)}
          id={field.id}
          name={name}
          value={value}
          defaultChecked={checked}
          required={required}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.describedBy}
        />
        <label htmlFor={field.id}>{label}</label>
      </div>
      <HintAndError field={field} hint={hint} />
    </div>
  );
}

export interface RadioGroupProps {
  name: string;
  legend: string;
  options: readonly (Option & { hint?: ReactNode })[];
  hint?: ReactNode;
  defaultValue?: string;
  required?: boolean;
}

export function RadioGroup({ name, legend, options, hint, defaultValue, required }: RadioGroupProps) {
  const field = useField(name, hint);
  const chosen = field.wasSent ? field.kept : defaultValue;
  return (
    <fieldset className={field.error ? "field wrong" : "field"} aria-describedby={field.describedBy}>
      <legend>
        {legend}
        {required === false && <span className="opt"> (optional)</span>}
      </legend>
      <HintAndError field={field} hint={hint} />
      {options.map((option, place) => (
        <Radio
          key={`${option.value} ${option.value === chosen}`}
          // The summary's link leads to the group's id: its first choice.
          id={place === 0 ? field.id : `${field.id}-${option.value}`}
          name={name}
          option={option}
          checked={option.value === chosen}
          required={required}
          isWrong={field.error !== undefined}
        />
      ))}
    </fieldset>
  );
}

interface RadioProps {
  id: string;
  name: string;
  option: Option & { hint?: ReactNode };
  checked: boolean;
  required?: boolean;
  isWrong: boolean;
}

function Radio({ id, name, option, checked, required, isWrong }: RadioProps) {
  return (
    <div className="choice">
      <input
        type="radio"
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        required={required}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={option.hint ? `${id}-about` : undefined}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.hint && (
        <p className="hint" id={`${id}-about`}>
          {option.hint}
        </p>
      )}
    </div>
  );
}
