import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { saysSomething } from "../tickets/split-balance";
import { regionKey, webLink } from "./schema";

/** Characters of a pasted output; the database refuses more, too (evidence_output_size). */
export const longestOutput = 60_000;

/** The last day on which it counts; empty where nothing will wear it out. */
const validUntil = z
  .union([z.literal("").transform(() => null), calendarDate])
  .nullable()
  .default(null);

/** Proof that a capability works (DOMAIN 8), for one criterion: a link, a file, a pasted output or a note. */
export const submitEvidenceInput = z
  .object({
    region: regionKey,
    capability: regionKey,
    criterion: lineUpTo(300, "A criterion").pipe(z.string().min(1, "Choose the criterion that it proves.")),
    link: webLink,
    output: textUpTo(longestOutput, "An output").default(""),
    note: textUpTo(10_000, "A note").default(""),
    validUntil,
    /** The file's bytes come beside. */
    hasFile: z.boolean().default(false),
  })
  .superRefine((evidence, context) => {
    const { link, note, output, hasFile } = evidence;
    if (hasFile || link !== "" || saysSomething(output) || saysSomething(note)) return;
    const message = "Give a link to what shows it, a file, an output, or a note that says what was seen.";
    context.addIssue({ code: "custom", path: ["link"], message });
  });

export const judgeEvidenceInput = z
  .object({
    evidenceId: positiveId,
    version: positiveId,
    verdict: z.enum(["accept", "refuse"], "Choose whether to accept or refuse it."),
    reason: textUpTo(2_000, "A reason").default(""),
  })
  .superRefine(({ verdict, reason }, context) => {
    if (verdict === "accept" || saysSomething(reason)) return;
    const message = "Say what is missing, so that better evidence can follow.";
    context.addIssue({ code: "custom", path: ["reason"], message });
  });

export const withdrawEvidenceInput = z.object({
  evidenceId: positiveId,
  version: positiveId,
  reason: textUpTo(2_000, "A reason").pipe(z.string().min(3, "Say why it does not hold any more.")),
});
