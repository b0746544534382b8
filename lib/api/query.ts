import { z } from "zod";

/** A name that may stand several times in the query of an address. */
export function manyOf<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (given) => (given === undefined ? undefined : [given].flat()),
    z.array(schema).max(50).optional(),
  );
}

/** `yes`, or not there. */
export const flag = z
  .literal("yes", "Say yes, or leave it out.")
  .optional()
  .transform((given) => (given ? (true as const) : undefined));
