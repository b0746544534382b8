import { z } from "zod";
import { positiveId, textUpTo } from "../plain-input";
import { ticketWritten } from "./schema";

/** The whole inventory as text: one megabyte is more than 2,000 hosts. */
const mostCharacters = 1_000_000;

export const importHostsInput = z.object({
  region: z.string().trim().min(1).max(60),
  list: z
    .string("Paste an inventory, or choose a file.")
    .max(mostCharacters, "An inventory may have a million characters; split it."),
  /** The request that brought them, if one did. */
  ticket: z.preprocess(ticketWritten, positiveId.optional()),
});

export const retireHostInput = z.object({
  hostId: positiveId,
  version: positiveId,
  reason: textUpTo(2_000, "A reason").pipe(z.string().min(1, "Say what became of it.")),
});
