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
  /** What the form holds before anybody typed: what most requests say. */
  initial?: string;
  /** A list takes one item per line; without this, commas and spaces part items too. */
  oneItemPerLine?: boolean;
}

/** The shelves of the catalogue, in the order in which they are offered. */
export const areas = [
  "Projects and quotas",
  "Machines and clusters",
  "Names and certificates",
  "Accounts and access",
  "Build and source",
  "Watching and talking",
  "Anything else",
] as const;
export type Area = (typeof areas)[number];

export interface RequestType {
  key: string;
  label: string;
  area: Area;
  summary: string;
  /** Why the infra team needs the details. */
  whyWeAsk: string;
  /** Whether such a request waits for a board decision unless the ticket says otherwise (DOMAIN 5). */
  boardGated: boolean;
  /** Key of the capability that it usually serves (DOMAIN 8). */
  capability: string | undefined;
  /** Days after which silence on such a ticket is news in itself. */
  expectedDays: number;
  schema: z.ZodType<Details>;
  fields: readonly FieldDescriptor[];
  /** What the infra team looks at before it accepts the work. */
  accepts: readonly string[];
  /** What shows that the request was fulfilled. */
  checks: readonly string[];
  /** Notes on what the schema will change in the typed text, such as a trailing dot. */
  notesOn(raw: Details): string[];
  /** What follows from the details and is worth a line in the tracker, such as the names of tags. */
  follows(details: Details): { label: string; values: string[] }[];
  /** The request's part of the tracker issue. Takes details that the schema accepts; throws on others. */
  toMarkdown(details: unknown): string;
}

type Added = "notesOn" | "follows" | "toMarkdown";
type Definition = Omit<RequestType, Added> & Partial<Pick<RequestType, "notesOn" | "follows">>;

/** Completes a type of the request catalogue (DOMAIN 7): the Markdown follows from the fields. */
export function defineRequestType(definition: Definition): RequestType {
  const whole = { notesOn: () => [], follows: () => [], ...definition };
  return { ...whole, toMarkdown: (details) => markdownOf(whole, whole.schema.parse(details)) };
}

function markdownOf(type: Omit<RequestType, "toMarkdown">, details: Details): string {
  const { label, fields, checks } = type;
  const inList = fields.filter((field) => field.control !== "textarea" && isGiven(details[field.name]));
  const inBlocks = fields.filter((field) => field.control === "textarea" && isGiven(details[field.name]));
  const lines = [
    ...inList.map((field) => `- ${field.label}: ${shownValue(field, details[field.name])}`),
    ...type.follows(details).map((each) => `- ${each.label}: ${each.values.map(asValue).join(", ")}`),
  ];
  return [
    `### ${label}`,
    lines.join("\n"),
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
