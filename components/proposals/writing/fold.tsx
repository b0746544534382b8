"use client";
import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/forms/form-context";

interface Props {
  summary: string;
  /** The fields inside: where one is wrong, it opens. */
  names: readonly string[];
  open: boolean;
  children: ReactNode;
}

/** Fields that most can leave alone, folded, unless something stands in them or is wrong with them. */
export function Fold({ summary, names, open, children }: Props) {
  const { state } = useContext(FormContext);
  const isWrong = state.errors?.some(({ path }) => names.includes(path));
  return (
    <details className="more" open={open || isWrong}>
      <summary>{summary}</summary>
      <div className="more-body">{children}</div>
    </details>
  );
}

/** What is wrong with a group of fields as a whole, where the summary's link leads. */
export function GroupError({ name }: { name: string }) {
  const { id, state } = useContext(FormContext);
  const error = state.errors?.find(({ path }) => path === name)?.message;
  return error ? (
    <p className="err" id={`${id}-${name}`} tabIndex={-1}>
      {error}
    </p>
  ) : null;
}
