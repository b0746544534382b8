"use client";
import type { SelectHTMLAttributes } from "react";
import { FieldFrame, type Labelled } from "./field-frame";
import { useField } from "./form-context";

export interface Option {
  value: string;
  label: string;
}

export type SelectFieldProps = Labelled &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id" | "value" | "defaultValue"> & {
    options: readonly Option[];
    defaultValue?: string;
  };

export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, required, options, defaultValue, ...rest } = props;
  const field = useField(name, hint);
  const chosen = field.kept ?? defaultValue;
  return (
    <FieldFrame field={field} name={name} label={label} hint={hint} required={required}>
      {/* The key: React's reset after an action forgets what a list showed, unless the list is a new one. */}
      <select
        className="input"
        {...rest}
        key={chosen}
        id={field.id}
        name={name}
        defaultValue={chosen}
        required={required}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
