import { z } from "zod";
import { keysOf } from "../keys-of";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { saysSomething } from "../tickets/split-balance";
import { incidentMachine } from "./incident-machine";
import { incidentMoveLabels, severityLabels } from "./incident-ui-text";
import { regionKey, webLink } from "./schema";

const moves = keysOf(incidentMoveLabels);
const severities = keysOf(severityLabels);

const title = lineUpTo(160, "A title").pipe(
  z.string().min(1, "Say in a line what is wrong, such as “Names do not resolve”."),
);
const severity = z.enum(severities, "Choose critical, major or minor.");
/** A person by their handle; empty where nobody has the part yet. */
const handle = z.string().trim().max(100).default("");
const affected = z
  .array(z.string().regex(/^[a-z0-9-]{1,60}$/, "Choose capabilities of the region."))
  .min(1, "Choose at least one capability that it affects; without one, nothing would show that it is there.")
  .max(400);

/** An instant as forms give it in UTC: 2026-11-29T13:05; empty: now. */
const startedAt = z
  .string()
  .trim()
  .default("")
  .refine(
    (text) =>
      text === "" ||
      (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`))),
    "Give a date and a time in UTC, such as 2026-11-29T13:05, or nothing for now.",
  )
  .transform((text) => (text === "" ? null : new Date(`${text}Z`)));

export const declareIncidentInput = z.object({
  region: regionKey,
  title,
  severity,
  summary: textUpTo(4_000, "A summary").default(""),
  affected,
  startedAt,
  lead: handle,
  comms: handle,
});

const place = { region: regionKey, incident: positiveId };

export const moveIncidentInput = z
  .object({
    ...place,
    version: positiveId,
    move: z.enum(moves, "There is no such move; choose one of the buttons."),
    reason: textUpTo(2_000, "A reason").default(""),
  })
  .superRefine(({ move, reason }, context) => {
    const { label, needs } = incidentMachine.moves[move];
    if ((move !== "resolve" && move !== "reopen") || saysSomething(reason)) return;
    const message = `“${label}” needs a sentence: ${(needs ?? "").toLowerCase()}`;
    context.addIssue({ code: "custom", path: ["reason"], message });
  });

export const addIncidentUpdateInput = z.object({
  ...place,
  text: textUpTo(4_000, "An update").pipe(z.string().min(1, "Say what is known now, and what is done next.")),
});

/** What is said of an incident, corrected as more is known. */
export const changeIncidentInput = z.object({
  ...place,
  version: positiveId,
  title,
  severity,
  summary: textUpTo(4_000, "A summary").default(""),
  affected,
  lead: handle,
  comms: handle,
  postMortemUrl: webLink,
});

/** Reads the flat strings of the form: `affected.dns` is ticked where DNS is affected. */
export function readIncidentForm(values: Record<string, string>): Record<string, unknown> {
  const chosen = Object.keys(values).flatMap((name) => (name.startsWith("affected.") ? [name.slice(9)] : []));
  return { ...values, affected: chosen };
}
