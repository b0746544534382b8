import { z } from "zod";
import { keysOf } from "../keys-of";
import { askKindLabels, askSizeLabels, sectionTemplate } from "./ui-text";

const limit = (max: number, what: string) => (issue: { input?: unknown }) =>
  `${what} may have ${max.toLocaleString("en")} characters; this has ${String(issue.input ?? "").length.toLocaleString("en")}. Shorten it, or link to the long version.`;

export const titleSchema = z
  .string()
  .trim()
  .min(1, "Give it a title, such as “A production region whose hosts run CentOS Stream”.")
  .max(200, { error: limit(200, "A title") });

export const summarySchema = z
  .string()
  .trim()
  .max(2_000, { error: limit(2_000, "A summary") });

export const sectionSchema = z.string().max(60_000, { error: limit(60_000, "A section") });

export const askSchema = z.object({
  kind: z.enum(keysOf(askKindLabels), "Choose what kind of ask this is."),
  text: z
    .string()
    .trim()
    .min(1, "Say what is asked, in one sentence.")
    .max(1_000, { error: limit(1_000, "An ask") }),
  rationale: z
    .string()
    .trim()
    .max(1_000, { error: limit(1_000, "The reason for an ask") })
    .default(""),
  /** `@person`, `body` or a role such as `sig-leaders`; may be empty in a draft. */
  owner: z.string().trim().max(100).default(""),
  acceptanceTest: z
    .string()
    .trim()
    .max(1_000, { error: limit(1_000, "An acceptance test") })
    .default(""),
  size: z
    .enum(["", ...keysOf(askSizeLabels)], "Choose hours, days, weeks or months, or leave the size open.")
    .default("")
    .transform((size) => size || null),
});

const asksAtMost = 100;

const sectionKeys = [...sectionTemplate.map((section) => section.key), "body"] as const;

/** What a proposal says: the same for a new one and for a revision. */
export const proposalInput = z.object({
  title: titleSchema,
  summary: summarySchema.default(""),
  sig: z.string().trim().max(100).default(""),
  visibility: z.enum(["public", "executive"]).default("public"),
  sections: z.partialRecord(z.enum(sectionKeys), sectionSchema).default({}),
  asks: z
    .array(askSchema)
    .max(asksAtMost, {
      error: ({ input }) =>
        `A proposal may have ${asksAtMost} asks; this has ${Array.isArray(input) ? input.length : "more"}.`,
    })
    .default([]),
  /** The working copy that this was typed into: it has served when the proposal is saved. */
  copy: z.string().max(64).default(""),
});
export type ProposalInput = z.output<typeof proposalInput>;

const version = z.coerce.number().int().positive();
export const proposalNumber = z.coerce.number().int().positive().max(2_147_483_647);

export const reviseInput = proposalInput.extend({
  number: proposalNumber,
  version,
  /** A form that does not ask leaves it as it is. */
  visibility: z.enum(["public", "executive"]).optional(),
  reason: z.string().trim().max(500).default(""),
});

export const reasonSchema = z.string().trim().min(3, "Give a reason, in a sentence.").max(1_000);

/** An ask of a proposal, at the version that the page showed. */
export const confirmAskInput = z.object({
  number: proposalNumber,
  ask: z.coerce.number().int().positive().max(1_000_000),
  version,
});
export const declineAskInput = confirmAskInput.extend({
  reason: z
    .string()
    .trim()
    .max(500, { error: limit(500, "A reason") })
    .default(""),
});

export const addCoAuthorInput = z.object({
  number: proposalNumber,
  /** `@person`. */
  person: z.string().trim().min(1, "Say who writes with you, such as @ada.").max(100),
});
export const removeCoAuthorInput = z.object({
  number: proposalNumber,
  personId: z.coerce.number().int().positive().max(2_147_483_647),
});

export const publishInput = z.object({ number: proposalNumber, version });
export const withdrawInput = z.object({ number: proposalNumber, version, reason: reasonSchema });
export const closeInput = withdrawInput;

/** Reads the flat strings of the proposal's form: `sections.why`, `asks.0.text`. */
export function readProposalForm(values: Record<string, string>): Record<string, unknown> {
  const sections: Record<string, string> = {};
  for (const key of sectionKeys) {
    const text = values[`sections.${key}`];
    if (text?.trim()) sections[key] = text;
  }
  return { ...values, sections, asks: filledRows(values).map(([, row]) => row) };
}

/** The field in the form that an error's path speaks of: rows left empty do not count in the path. */
export function fieldOfProposalForm(path: string, values: Record<string, string>): string {
  const [, index, field] = /^asks\.(\d+)\.(\w+)$/.exec(path) ?? [];
  const row = index === undefined ? undefined : filledRows(values)[Number(index)];
  return row ? `asks.${row[0]}.${field}` : path;
}

const filledFields = ["text", "rationale", "owner", "acceptanceTest", "size"] as const;

/** Rows of the form in which more than the kind was chosen, with their index there. */
function filledRows(values: Record<string, string>): [number, Record<string, string>][] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(values)) {
    const [, index, field] = /^asks\.(\d{1,6})\.(\w+)$/.exec(name) ?? [];
    if (index && field) rows.set(Number(index), { ...rows.get(Number(index)), [field]: value });
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .filter(([, row]) => filledFields.some((field) => row[field]?.trim()));
}

/** A number from an address; 0, which nothing has, where the address holds none. */
export function readNumber(text: string): number {
  return proposalNumber.catch(0).parse(/^\d{1,10}$/.test(text) ? text : "0");
}
