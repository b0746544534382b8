import type { FieldError } from "../../result";
import type { FieldDescriptor, RequestType } from "./define-request-type";
import { listItems } from "./list-items";

/** Details as they came, each value of the kind that its field asks for where it can be read so. */
export type Typed = Record<string, unknown>;

const longestLine = 5000;
const longestText = 60_000;
const mostItems = 500;

/** Reads what a form or the API gave, field by field: only a type's own fields, and nothing that was inherited. */
export function typedDetails(type: RequestType, raw: Record<string, unknown>): Typed {
  const entries = type.fields.map((field): [string, unknown] => [
    field.name,
    Object.hasOwn(raw, field.name) ? typedValue(field, raw[field.name]) : undefined,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** What is so long that judging it would cost more than it is worth. */
export function tooMuch(type: RequestType, typed: Typed): FieldError[] {
  return type.fields.flatMap((field) => {
    const message = tooMuchOf(field, typed[field.name]);
    return message ? [{ path: `details.${field.name}`, message }] : [];
  });
}

function tooMuchOf(field: FieldDescriptor, value: unknown): string | undefined {
  const most = field.control === "textarea" ? longestText : longestLine;
  const said = most.toLocaleString("en");
  if (Array.isArray(value) && value.length > mostItems) {
    return `${field.label} has ${value.length.toLocaleString("en")} items; give at most ${mostItems}.`;
  }
  const longest = Math.max(0, ...[value].flat().map((each) => (typeof each === "string" ? each.length : 0)));
  if (longest <= most) return undefined;
  return `${field.label} may have ${said} characters; this has ${longest.toLocaleString("en")}. Shorten it.`;
}

function typedValue(field: FieldDescriptor, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (text === "") return undefined;
  if (field.control === "number") return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return field.control === "list" ? listItems(field, text) : text;
}
