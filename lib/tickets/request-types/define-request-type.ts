import type { z } from "zod";
import { asBlock, asValue } from "./markdown";

export type DetailValue = string | number | string[] | undefined;
/** Typed details of an infra request, as they are kept beside the ticket (plain JSON). */
export type Details = Record<string, DetailValue>;

export type FieldControl = "text" | "number" | "textarea" | "select" | "list";

export interface FieldOption {
  value: string;
  label: string;
}

/** One field of a request's form. The form is generated from it, the schema judges what it yields. */
export interface FieldDescriptor {
  name: string;
  label: string;
  hint: string;
  example: string;
  control: FieldControl;
  optional?: boolean;
  options?: readonly FieldOption[];
  group?: string;
  /** A list takes one item per line; without this, commas and spaces part items too. */
  oneItemPerLine?: boolean;
}

export interface RequestType {
  key: string;
  label: string;
  summary: string;
  /** Why the infra team needs the details. */
  whyWeAsk: string;
  /** Whether such a request waits for a board decision unless the ticket says otherwise (DOMAIN 5). */
  boardGated: boolean;
  /** Key of the capability that it usually serves (DOMAIN 8). */
  capability: string | undefined;
  schema: z.ZodType<Details>;
  fields: readonly FieldDescriptor[];
  /** What shows that the request was fulfilled. */
  checks: readonly string[];
  /** Notes on what the schema will change in the typed text, such as a trailing dot. */
  notesOn(raw: Details): string[];
  /** The request's part of the tracker issue. Takes details that the schema accepts; throws on others. */
  toMarkdown(details: unknown): string;
}

type Definition = Omit<RequestType, "notesOn" | "toMarkdown"> & { notesOn?: RequestType["notesOn"] };

/** Completes a type of the request catalogue (DOMAIN 7): the Markdown follows from the fields. */
export function defineRequestType(definition: Definition): RequestType {
  return {
    notesOn: () => [],
    ...definition,
    toMarkdown: (details) => markdownOf(definition, definition.schema.parse(details)),
  };
}

function markdownOf({ label, fields, checks }: Definition, details: Details): string {
  const inList = fields.filter((field) => field.control !== "textarea" && isGiven(details[field.name]));
  const inBlocks = fields.filter((field) => field.control === "textarea" && isGiven(details[field.name]));
  return [
    `### ${label}`,
    inList.map((field) => `- ${field.label}: ${shownValue(field, details[field.name])}`).join("\n"),
    ...inBlocks.map((field) => `### ${field.label}\n\n${asBlock(String(details[field.name]))}`),
    "### Done when",
    checks.map((check) => `- ${check}`).join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function shownValue(field: FieldDescriptor, value: DetailValue): string {
  if (Array.isArray(value)) return value.map(asValue).join(", ");
  const option = field.options?.find((each) => each.value === value);
  return asValue(option?.label ?? String(value));
}

function isGiven(value: DetailValue): boolean {
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}
