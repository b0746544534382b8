import { z } from "zod";
import { positiveId, textUpTo } from "../plain-input";

const sig = z.string().trim().min(1, "Say which SIG it is.").max(100);

export const describeSigInput = z.object({
  sig,
  version: positiveId,
  purpose: textUpTo(10_000, "What a SIG is for"),
});

export const setSponsorInput = z.object({
  sig,
  version: positiveId,
  /** Handle of a director; empty where nobody stands for it any more. */
  sponsor: z.string().trim().max(100).default(""),
});
