"use client";
import { type FocusEvent, type ReactNode, useContext, useRef, useState } from "react";
import { type PageCheck, problemInPage } from "@/lib/tickets/request-types/page-check";
import { FormContext } from "../forms/form-context";

/** Long enough for a click to land before the page moves under it. */
const settleMs = 250;

export interface CheckedFieldsProps {
  legend: string;
  checks: Readonly<Record<string, PageCheck>>;
  children: ReactNode;
}

/** Says of the fields inside, as soon as one is left, what the server would say of it, where the page can know. */
export function CheckedFields({ legend, checks, children }: CheckedFieldsProps) {
  const form = useContext(FormContext);
  const [found, setFound] = useFoundSince(form.state);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const check = ({ target }: FocusEvent<Element>) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const { name, value } = target;
    const known = checks[name.replace(/^details\./, "")];
    if (!known) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFound({ ...found, [name]: problemInPage(known, value) }), settleMs);
  };
  const errors = [
    ...(form.state.errors ?? []).filter(({ path }) => !Object.hasOwn(found, path)),
    ...Object.entries(found).flatMap(([path, message]) => (message ? [{ path, message }] : [])),
  ];
  return (
    <FormContext value={{ ...form, state: { ...form.state, errors } }}>
      <fieldset className="set" onBlur={check}>
        <legend>{legend}</legend>
        {children}
      </fieldset>
    </FormContext>
  );
}

/** What was found in the page is forgotten when the server has answered: its word counts. */
function useFoundSince(answer: unknown) {
  const [{ since, found }, set] = useState<{ since: unknown; found: Record<string, string | undefined> }>({
    since: answer,
    found: {},
  });
  if (since !== answer) set({ since: answer, found: {} });
  return [found, (next: Record<string, string | undefined>) => set({ since: answer, found: next })] as const;
}
