"use client";
import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";
import { FieldFrame, type Labelled } from "./field-frame";
import { useField } from "./form-context";

export type TextFieldProps = Labelled &
  Omit<InputHTMLAttributes<HTMLInputElement>, "name" | "id" | "value" | "defaultValue"> & {
    defaultValue?: string | number;
  };

export function TextField({
  name,
  label,
  hint,
  required,
  defaultValue,
  type = "text",
  ...rest
}: TextFieldProps) {
  const field = useField(name, hint);
  return (
    <FieldFrame field={field} name={name} label={label} hint={hint} required={required}>
      <input
        className="input"
        dir={type === "text" || type === "search" ? "auto" : undefined}
        {...rest}
        type={type}
        id={field.id}
        name={name}
        defaultValue={field.kept ?? defaultValue}
        required={required}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
      />
    </FieldFrame>
  );
}

export type TextAreaProps = Labelled &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "id" | "value" | "defaultValue"> & {
    defaultValue?: string;
  };

export function TextArea({ name, label, hint, required, defaultValue, rows = 6, ...rest }: TextAreaProps) {
  const field = useField(name, hint);
  return (
    <FieldFrame field={field} name={name} label={label} hint={hint} required={required}>
      <textarea
        className="input"
        dir="auto"
        {...rest}
        rows={rows}
        id={field.id}
        name={name}
        defaultValue={field.kept ?? defaultValue}
        required={required}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
      />
    </FieldFrame>
  );
}
