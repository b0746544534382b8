import { z } from "zod";
import { withoutPrivateKeys } from "../private-keys";
import { type FormValues, fieldTitle } from "./form-values";
import { proposalNumber } from "./schema";

/** The most that one form may hold altogether; its fields' own limits are lower, and said when it is saved for good. */
export const workingCopyBytes = 3_000_000;
const fieldCharacters = 200_000;
const mostFields = 5_000;

export const copyId = z.string().regex(/^[\w-]{10,64}$/, "This form has lost its name. Load the page again.");

/** What makes no sense for a text, or is made anew with each form. */
const notKept = new Set(["submissionKey", "copy", "copyVersion", "number", "version", "base", "intent"]);

const values = z
  .record(z.string().regex(/^[\w.-]{1,60}$/), z.string())
  .transform(
    (all): FormValues =>
      Object.fromEntries(
        Object.entries(all)
          .filter(([name]) => !notKept.has(name) && !name.startsWith("$"))
          // PostgreSQL keeps no NUL, and no half of a pair, in JSON.
          .map(([name, text]) => [name, text.replaceAll("\r\n", "\n").replaceAll("\0", "").toWellFormed()]),
      ),
  )
  .transform(withoutPrivateKeys)
  .superRefine((all, context) => {
    if (Object.keys(all).length > mostFields)
      context.addIssue({ code: "custom", path: [], message: "These are more fields than can be kept." });
    for (const [name, text] of Object.entries(all)) {
      if (text.length > fieldCharacters)
        context.addIssue({ code: "custom", path: [name], message: tooLong(name, text.length) });
    }
  });

function tooLong(name: string, length: number): string {
  return `“${fieldTitle(name)}” has ${length.toLocaleString("en")} characters, and ${fieldCharacters.toLocaleString("en")} can be kept. Shorten it, or link to the long version.`;
}

const whole = z.coerce.number().int().min(0).max(2_147_483_647);

export const saveCopyInput = z.object({
  copy: copyId,
  /** The version of the copy that the form holds; 0 while it was never saved. */
  copyVersion: whole.default(0),
  /** The proposal it belongs to; absent while there is none. */
  number: proposalNumber.optional(),
  /** The proposal's version, and its text, that the form was filled from. */
  version: whole.optional(),
  base: z.string().max(workingCopyBytes).optional(),
  values,
});
export type SaveCopyInput = z.output<typeof saveCopyInput>;

export const discardCopyInput = z.object({ copy: copyId, number: proposalNumber.optional() });

/** Reads the flat strings of a proposal's form as its working copy. */
export function readWorkingCopy(all: Record<string, string>): Record<string, unknown> {
  const { copy, copyVersion, number, version, base } = all;
  return { copy, copyVersion, number, version, base, values: all };
}

const texts = z.record(z.string(), z.string());

/** The text that a form was filled from, as the form carried it; nothing where it makes no sense. */
export function readBase(json: string | undefined): FormValues | undefined {
  if (!json) return undefined;
  try {
    return texts.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** What the address of a page for writing says: a working copy, how many rows of asks, what a lost session kept. */
export interface WritingSearch {
  copy?: string | string[];
  rows?: string | string[];
  kept?: string | string[];
  /** Another one each time that a copy was thrown away: the form begins with the stored text then. */
  fresh?: string | string[];
}

const search = z.object({
  copy: copyId.optional().catch(undefined),
  rows: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
});

/** What makes no sense is left out, as if it had not been there. */
export function readWritingSearch(given: WritingSearch): z.output<typeof search> {
  return search.parse({ copy: given.copy, rows: given.rows });
}

/** The row that an address with so many rows has added: the last one. */
export function readRow(rows: number | undefined): number | undefined {
  return rows === undefined ? undefined : rows - 1;
}
