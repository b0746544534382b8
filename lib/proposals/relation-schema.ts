import { z } from "zod";
import { keysOf } from "../keys-of";
import { relationWords } from "./relation-text";
import { proposalNumber } from "./schema";

const kinds = keysOf(relationWords);

export const addRelationInput = z.object({
  number: proposalNumber,
  kind: z.enum(kinds, "Choose how the two stand to each other."),
  /** `#12` or `12`. */
  other: z
    .string()
    .trim()
    .regex(/^#?[1-9]\d{0,8}$/, "Give the number of the other proposal, such as #12.")
    .transform((text) => Number(text.replace("#", ""))),
});

export const removeRelationInput = z.object({
  number: proposalNumber,
  relation: z.coerce.number().int().positive().max(2_147_483_647),
});
