import { z } from "zod";
import { keysOf } from "../keys-of";
import { outcomeLabels } from "./ui-text";

/** What the list of decisions is narrowed to, from its address. What makes no sense is left out. */
const filterSchema = z.object({
  outcome: z.enum(keysOf(outcomeLabels)).optional().catch(undefined),
  year: z.coerce.number().int().min(1970).max(2199).optional().catch(undefined),
  /** Handle of the SIG whose proposals were decided on: the subject. */
  sig: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional()
    .catch(undefined),
  /** Words in decisions and in the titles and summaries of their proposals. */
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  /** Those whose review is due. */
  due: z
    .literal("yes")
    .transform(() => true)
    .optional()
    .catch(undefined),
  /** The number before which the list goes on. */
  cursor: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
});

export type DecisionFilter = z.output<typeof filterSchema>;

export function readDecisionFilter(search: Record<string, unknown>): DecisionFilter {
  return filterSchema.parse(search);
}

/** The list's address with that filter. */
export function decisionListAddress({ outcome, year, sig, q, due, cursor }: DecisionFilter): string {
  const query = new URLSearchParams({
    ...(outcome && { outcome }),
    ...(year && { year: String(year) }),
    ...(sig && { sig }),
    ...(q && { q }),
    ...(due && { due: "yes" }),
    ...(cursor && { cursor: String(cursor) }),
  }).toString();
  return query ? `/decisions?${query}` : "/decisions";
}
