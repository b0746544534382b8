import type { FieldError } from "../../result";
import { findRequestType } from "./catalogue";
import type { Details, DetailValue } from "./define-request-type";
import { parseDetails } from "./parse-details";

export interface Review {
  /** What needs another look, as the form would say it. */
  errors: FieldError[];
  /** What the type does not ask for any more: shown until the draft is saved again, so that nothing is lost unseen. */
  left: { name: string; text: string }[];
}

/**
 * Judges the details of a draft by their type as it is today: a type may have changed since they were written
 * (another limit, a field more, a field less), or may be gone.
 */
export function reviewDetails(typeKey: string | null, details: Details | null): Review {
  const kept = details ?? {};
  const known = findRequestType(typeKey)?.fields.map(({ name }) => name) ?? [];
  const parsed = parseDetails(typeKey ?? "", kept);
  return {
    errors: parsed.ok ? [] : (parsed.refusal.errors ?? []),
    left: Object.entries(kept)
      .filter(([name]) => !known.includes(name))
      .map(([name, value]) => ({ name, text: textOf(value) })),
  };
}

function textOf(value: DetailValue): string {
  return Array.isArray(value) ? value.join(", ") : String(value ?? "");
}
