"use client";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonClass } from "../ui/button";

export interface SubmitButtonProps {
  children: ReactNode;
  /** What it says while the form is on its way; "Sending …" unless told. */
  pendingLabel?: string;
  variant?: ButtonVariant;
  size?: "small";
  name?: string;
  value?: string;
}

/** Sends its form. It keeps the focus while pending; a second press then does nothing (the key would catch it anyway). */
export function SubmitButton(props: SubmitButtonProps) {
  const { children, pendingLabel = "Sending …", variant = "primary", size, name, value } = props;
  const { pending, data } = useFormStatus();
  const mine = pending && (name === undefined || data?.get(name) === value);
  return (
    <button
      type="submit"
      className={buttonClass({ variant, size })}
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
    >
      {mine ? pendingLabel : children}
    </button>
  );
}
