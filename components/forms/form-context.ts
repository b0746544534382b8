"use client";
import { createContext, useContext } from "react";
import { type FormState, idle } from "./form-state";

interface Form {
  /** Begins the ids of the form's fields, so that two forms on a page do not mix. */
  id: string;
  state: FormState;
}

export const FormContext = createContext<Form>({ id: "f", state: idle });

export interface Field {
  id: string;
  /** What was typed before the form was refused; undefined while nothing was. */
  kept: string | undefined;
  /** True once something was sent: then a box that is not among the values was left empty. */
  wasSent: boolean;
  error: string | undefined;
  describedBy: string | undefined;
}

/** What the form knows about one of its fields. */
export function useField(name: string, hint?: unknown): Field {
  const { id, state } = useContext(FormContext);
  const own = fieldId(id, name);
  const error = state.errors?.find(({ path }) => path === name)?.message;
  const describedBy = [hint ? `${own}-hint` : "", error ? `${own}-error` : ""].filter(Boolean).join(" ");
  const values = state.status === "refused" ? state.values : undefined;
  return {
    id: own,
    kept: values?.[name],
    wasSent: values !== undefined,
    error,
    describedBy: describedBy || undefined,
  };
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}
