import { z } from "zod";
import { positiveId, textUpTo } from "../plain-input";

/** The whole inventory as text: one megabyte is more than 2,000 hosts. */
const mostCharacters = 1_000_000;

export const importHostsInput = z.object({
  region: z.string().trim().min(1).max(60),
  list: z
    .string("Paste an inventory, or choose a file.")
    .max(mostCharacters, "An inventory may have a million characters; split it."),
  /** The request that brought them, as people write it: 12, T-12; empty where there is none. */
  ticket: z.union([
    z.literal("").transform(() => undefined),
    z.preprocess(
      (text) => (typeof text === "string" ? text.trim().replace(/^(?:t-|#)/i, "") : text),
      positiveId,
    ),
  ]),
});

export const retireHostInput = z.object({
  hostId: positiveId,
  version: positiveId,
  reason: textUpTo(2_000, "A reason").pipe(z.string().min(1, "Say what became of it.")),
});
