import { done, type FieldError, type Result, refuse } from "../../result";
import { findRequestType, requestTypeKeys } from "./catalogue";
import type { Details, DetailValue, FieldDescriptor, RequestType } from "./define-request-type";
import { quoted } from "./names";

export interface ParsedDetails {
  requestType: string;
  details: Details;
  /** What was put right silently otherwise: show it to who typed it. */
  notes: string[];
}

/**
 * Reads the details of an infra request, from a form (strings) or from the API (typed values), and judges them by
 * the type's own schema. Errors have the path `details.<field>` and say what would be right. Keys that the type
 * does not know are left aside: a form without JavaScript carries the fields of the type chosen before.
 */
export function parseDetails(typeKey: string, raw: Record<string, unknown>): Result<ParsedDetails> {
  const type = findRequestType(typeKey);
  if (!type) {
    const message = `There is no request type ${quoted(typeKey)}; choose one of ${requestTypeKeys.join(", ")}.`;
    return refuse("invalid", message, [{ path: "requestType", message }]);
  }
  const typed = typedDetails(type, raw);
  const parsed = type.schema.safeParse(typed);
  if (parsed.success)
    return done({ requestType: type.key, details: parsed.data, notes: type.notesOn(typed) });
  const errors = parsed.error.issues.map((issue) => fieldError(type, typed, issue));
  return refuse(
    "invalid",
    `Some details of the ${type.label} request need another look.`,
    onePerMessage(errors),
  );
}

/** Whether details that were kept still satisfy their type, for `TicketFacts.hasDetailsValid`. */
export function hasValidDetails(typeKey: string | null | undefined, details: unknown): boolean {
  const type = findRequestType(typeKey);
  return type?.schema.safeParse(details).success ?? false;
}

/** Kept details as a form's strings, to edit them again. */
export function detailsAsForm(typeKey: string, details: Details): Record<string, string> {
  const fields = findRequestType(typeKey)?.fields ?? [];
  return Object.fromEntries(fields.map((field) => [field.name, formText(details[field.name])]));
}

function formText(value: DetailValue): string {
  return Array.isArray(value) ? value.join("\n") : String(value ?? "");
}

function typedDetails(type: RequestType, raw: Record<string, unknown>): Details {
  const entries = type.fields.map((field): [string, DetailValue] => [
    field.name,
    Object.hasOwn(raw, field.name) ? typedValue(field, raw[field.name]) : undefined,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function typedValue(field: FieldDescriptor, value: unknown): DetailValue {
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(String);
  const text = String(value ?? "").trim();
  if (text === "") return undefined;
  if (field.control === "number") return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return field.control === "list" ? listItems(field, text) : text;
}

function listItems(field: FieldDescriptor, text: string): string[] {
  const between = field.oneItemPerLine ? /[\r\n]+/ : /[\s,;]+/;
  return text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function fieldError(
  type: RequestType,
  typed: Details,
  issue: { path: PropertyKey[]; code: string; message: string },
): FieldError {
  const name = String(issue.path[0] ?? "");
  const field = type.fields.find((each) => each.name === name);
  const path = `details.${name}`;
  if (!field) return { path, message: issue.message };
  const value = typed[name];
  if (value === undefined)
    return { path, message: `${field.label} is missing; give it as in ${quoted(field.example)}.` };
  if (issue.code === "invalid_value") return { path, message: notAnOption(field, value) };
  if (issue.code === "invalid_type") return { path, message: ofTheWrongKind(field, value) };
  return { path, message: issue.message };
}

function notAnOption(field: FieldDescriptor, value: DetailValue): string {
  const values = (field.options ?? []).map((option) => option.value).join(", ");
  return `${quoted(value)} is not among the choices; choose one of ${values}.`;
}

function ofTheWrongKind(field: FieldDescriptor, value: DetailValue): string {
  const wanted = field.control === "number" ? "a whole number" : field.control === "list" ? "a list" : "text";
  return `${quoted(value)} is not ${wanted}; give ${field.label.toLowerCase()} as in ${quoted(field.example)}.`;
}

function onePerMessage(errors: FieldError[]): FieldError[] {
  return errors.filter((error, index) => errors.findIndex((other) => same(other, error)) === index);
}

function same(one: FieldError, other: FieldError): boolean {
  return one.path === other.path && one.message === other.message;
}
