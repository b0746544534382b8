"use client";
import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/forms/form-context";

/** Fields of a form that open on demand, and stay open when the form was refused: what was typed is in them. */
export function FormDisclosure({ summary, children }: { summary: string; children: ReactNode }) {
  const { state } = useContext(FormContext);
  return (
    <details className="more" open={state.status === "refused" || undefined}>
      <summary>{summary}</summary>
      <div className="more-body">{children}</div>
    </details>
  );
}

/** What a form shows only after it was refused. */
export function IfRefused({ children }: { children: ReactNode }) {
  const { state } = useContext(FormContext);
  return state.status === "refused" ? children : null;
}
