import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { keysOf } from "../keys-of";
import { methodLabels, outcomeLabels } from "./ui-text";

/** Text of the record, as long as so many bytes; PostgreSQL keeps no NUL, and a record needs no control characters. */
export const recordText = (maxBytes: number, what: string) =>
  z
    .string()
    .transform((text) =>
      text
        .replaceAll(/\r\n?/g, "\n")
        .replaceAll(/[^\P{Cc}\t\n]/gu, "")
        .trim(),
    )
    .pipe(
      z.string().refine((text) => Buffer.byteLength(text) <= maxBytes, {
        error: `${what} may have ${maxBytes / 1000} kB; this is longer. Split it in two, or link to the long version.`,
      }),
    );

const optionalDate = z.union([z.literal(""), calendarDate]).default("");
const name = z.string().trim().max(100).default("");
const id = z.coerce.number().int().positive().max(2_147_483_647);

export const conditionSchema = z.object({
  text: recordText(2_000, "A condition").pipe(z.string().min(1, "Say what has to be met.")),
  owner: name,
  dueOn: optionalDate,
});

const outcomeSchema = z.enum(keysOf(outcomeLabels), "Choose what was decided.");
const methodSchema = z.enum(keysOf(methodLabels), "Choose how it was decided.");

const decisionFields = {
  outcome: outcomeSchema,
  method: methodSchema.default("consensus"),
  text: recordText(20_000, "A decision").default(""),
  conditions: z.array(conditionSchema).max(50, "A decision may have 50 conditions.").default([]),
  reviewOn: optionalDate,
  /** Date of the meeting that comes back to it. */
  nextMeeting: optionalDate,
  /** Who takes it on until then: a person such as @ada. */
  followUp: name,
};

/** What was decided on the open item of a meeting. */
export const decisionInput = z.object({ itemId: id, ...decisionFields });
export type DecisionInput = z.output<typeof decisionInput>;

/** What a ballot that was held outside of a meeting leads to. */
export const ballotDecisionInput = z.object({ ballot: id, ...decisionFields });

/** The outcome that was shown with all that it does, and confirmed as such. */
const confirmed = z.string().max(40).default("");

export const confirmedDecisionInput = decisionInput.extend({ confirmed });
export const confirmedBallotDecisionInput = ballotDecisionInput.extend({ confirmed });

/** A later decision that takes the place of an earlier one; what the earlier one set in motion stays as it is. */
export const correctionInput = z.object({
  decision: id,
  outcome: outcomeSchema,
  method: methodSchema.default("consensus"),
  text: recordText(20_000, "A decision").pipe(
    z.string().min(1, "Write the decision as it should have been."),
  ),
  why: recordText(2_000, "A reason").pipe(z.string().min(3, "Say what was wrong with the earlier one.")),
  conditions: z.array(conditionSchema).max(50, "A decision may have 50 conditions.").default([]),
  reviewOn: optionalDate,
});

const inThePast = ["approved", "redirected"] as const;

/** What the board decided long ago about an imported thread, so that it can be taken up where it stopped. */
export const pastDecisionInput = z.object({
  number: id,
  version: id,
  outcome: z.enum(inThePast, "Choose what was decided then: approved or redirected."),
  text: recordText(20_000, "A decision").pipe(z.string().min(1, "Write what the board decided then.")),
  decidedOn: calendarDate,
  sourceUrl: z
    .union([z.literal(""), z.url({ protocol: /^https?$/, error: "Give a link that starts with https://." })])
    .default(""),
});

/** Reads the flat strings of the decision's form: `conditions.0.text`. Rows without a word are left out. */
export function readDecisionForm(values: Record<string, string>): Record<string, unknown> {
  return { ...values, conditions: filledRows(values).map(([, row]) => row) };
}

/** The field that an error's path speaks of: rows left empty do not count in the path. */
export function fieldOfDecisionForm(path: string, values: Record<string, string>): string {
  const [, index, field] = /^conditions\.(\d+)\.(\w+)$/.exec(path) ?? [];
  const row = index === undefined ? undefined : filledRows(values)[Number(index)];
  return row ? `conditions.${row[0]}.${field}` : path;
}

function filledRows(values: Record<string, string>): [number, Record<string, string>][] {
  const rows = new Map<number, Record<string, string>>();
  for (const [key, value] of Object.entries(values)) {
    const [, index, field] = /^conditions\.(\d{1,2})\.(\w+)$/.exec(key) ?? [];
    if (index && field) rows.set(Number(index), { ...rows.get(Number(index)), [field]: value });
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .filter(([, row]) => Object.values(row).some((value) => value.trim()));
}
