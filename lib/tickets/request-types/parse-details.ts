import { holdsPrivateKey, privateKeyRefusal } from "../../private-keys";
import { done, type FieldError, type Result, refuse } from "../../result";
import { findRequestType, requestTypeKeys } from "./catalogue";
import type { Details, DetailValue, FieldDescriptor, RequestType } from "./define-request-type";
import { quoted } from "./names";
import { type Typed, tooMuch, typedDetails } from "./typed-details";

export interface ParsedDetails {
  requestType: string;
  details: Details;
  /** What was put right silently otherwise: show it to who typed it. */
  notes: string[];
}

const mostErrors = 30;

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
  const early = [...secretsIn(typed), ...tooMuch(type, typed)];
  if (early.length > 0) return needAnotherLook(type, early);
  const parsed = type.schema.safeParse(typed);
  if (!parsed.success) return needAnotherLook(type, errorsOf(type, typed, parsed.error.issues));
  const notes = type.notesOn(parsedInput(typed));
  return done({ requestType: type.key, details: parsed.data, notes });
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

function needAnotherLook(type: RequestType, errors: FieldError[]): Result<never> {
  return refuse("invalid", `Some details of the ${type.label} request need another look.`, errors);
}

/** Before anything is said about a value: it is not repeated in a sentence, and not kept. */
function secretsIn(typed: Typed): FieldError[] {
  return (
    Object.entries(typed)
      // Together: a list's box has taken it apart at its spaces.
      .filter(([, value]) => holdsPrivateKey([value].flat().filter(isString).join(" ")))
      .map(([name]) => ({ path: `details.${name}`, message: privateKeyRefusal }))
  );
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** What passed the schema consists of detail values. */
function parsedInput(typed: Typed): Details {
  return typed as Details;
}

interface Issue {
  path: PropertyKey[];
  code: string;
  message: string;
}

function errorsOf(type: RequestType, typed: Typed, issues: readonly Issue[]): FieldError[] {
  return onePerMessage(issues.slice(0, mostErrors).map((issue) => fieldError(type, typed, issue)));
}

function fieldError(type: RequestType, typed: Typed, issue: Issue): FieldError {
  const name = String(issue.path[0] ?? "");
  const field = type.fields.find((each) => each.name === name);
  const path = `details.${name}`;
  if (!field) return { path, message: issue.message };
  const value = typed[name];
  if (value === undefined && issue.code !== "custom")
    return { path, message: `${field.label} is missing; give it as in ${quoted(field.example)}.` };
  if (issue.code === "invalid_value" && field.options) return { path, message: notAnOption(field, value) };
  if (issue.code === "invalid_type") return { path, message: ofTheWrongKind(field, value) };
  return { path, message: issue.message };
}

function notAnOption(field: FieldDescriptor, value: unknown): string {
  const values = (field.options ?? []).map((option) => option.value).join(", ");
  return `${quoted(value)} is not among the choices; choose one of ${values}.`;
}

function ofTheWrongKind(field: FieldDescriptor, value: unknown): string {
  const wanted = field.control === "number" ? "a whole number" : field.control === "list" ? "a list" : "text";
  return `${quoted(value)} is not ${wanted}; give ${field.label.toLowerCase()} as in ${quoted(field.example)}.`;
}

function onePerMessage(errors: FieldError[]): FieldError[] {
  return errors.filter((error, index) => errors.findIndex((other) => same(other, error)) === index);
}

function same(one: FieldError, other: FieldError): boolean {
  return one.path === other.path && one.message === other.message;
}
