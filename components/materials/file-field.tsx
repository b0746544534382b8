"use client";
import { type ChangeEvent, useState } from "react";
import { FieldFrame, type Labelled } from "@/components/forms/field-frame";
import { useField } from "@/components/forms/form-context";
import { acceptedFiles, fileLimitBytes, tooLarge } from "@/lib/materials/file-kinds";

/** One file. What is too large is said before it is sent, where there is JavaScript; the server says it in any case. */
export function FileField({ name, label, hint, required = true }: Labelled) {
  const field = useField(name, hint);
  const [tooMuch, say] = useState<string>();
  const look = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    say(file && file.size > fileLimitBytes ? tooLarge(file.name, file.size) : undefined);
  };
  const error = tooMuch ?? field.error;
  const describedBy = [hint ? `${field.id}-hint` : "", error ? `${field.id}-error` : ""].filter(Boolean);
  return (
    <FieldFrame field={{ ...field, error }} name={name} label={label} hint={hint} required={required}>
      <input
        className="input"
        type="file"
        id={field.id}
        name={name}
        accept={acceptedFiles}
        onChange={look}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy.join(" ") || undefined}
      />
    </FieldFrame>
  );
}
