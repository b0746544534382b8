import { z } from "zod";
import { proposalNumber } from "./schema";

const searchSchema = z.object({
  from: proposalNumber.optional().catch(undefined),
  to: proposalNumber.optional().catch(undefined),
  view: z.enum(["inline", "side"]).catch("inline"),
});

/**
 * Which two revisions an address wants compared: the last one with the one before it where it does not say. Going
 * backwards is allowed: it shows what a later revision took back.
 */
export function readComparison(
  search: Record<string, unknown>,
  current: number,
): { from: number; to: number; view: "inline" | "side" } {
  const read = searchSchema.parse(search);
  const to = read.to ?? current;
  return { from: read.from ?? Math.max(1, to - 1), to, view: read.view };
}
