import { z } from "zod";

export const concernLimit = 4_000;
const reasonLimit = 1_000;

const rowId = z.coerce.number().int().positive().max(2_147_483_647);

const limit = (max: number, what: string) => (issue: { input?: unknown }) =>
  `${what} may have ${max.toLocaleString("en")} characters; this has ${String(issue.input ?? "").length.toLocaleString("en")}. Shorten it, or link to the long version.`;

const text = (what: string, empty: string) =>
  z
    .string()
    .trim()
    .min(3, empty)
    .max(concernLimit, { error: limit(concernLimit, what) });

const reason = (empty: string) =>
  z
    .string()
    .trim()
    .min(3, empty)
    .max(reasonLimit, { error: limit(reasonLimit, "A reason") });

export const openConcernInput = z.object({
  proposal: rowId,
  text: text("A concern", "Say what stands in the way, and what would resolve it."),
  /** `@person` or `body`; the requester where it is left empty. */
  resolver: z.string().trim().max(100).default(""),
});

const concern = { proposal: rowId, concern: rowId, version: rowId };

export const addressConcernInput = z.object({
  ...concern,
  response: text("What was done", "Say what was done about it."),
});

export const resolveConcernInput = z.object({ ...concern, reason: reason("Say what resolved it.") });
export const reopenConcernInput = z.object({ ...concern, reason: reason("Say what is still missing.") });
export const withdrawConcernInput = z.object({ ...concern, reason: reason("Say why you take it back.") });
