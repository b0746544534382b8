import { z } from "zod";
import { proposalNumber } from "./schema";

const rowId = z.coerce.number().int().positive().max(2_147_483_647);

const part = z.enum(["sponsor", "endorser"], "Choose whether they sponsor or endorse it.");
const note = z
  .string()
  .trim()
  .max(1_000, "A note may have 1,000 characters: write more in the discussion.")
  .default("");
const reason = z.string().trim().max(1_000, "A reason may have 1,000 characters.").default("");

export const askEndorsementInput = z.object({
  number: proposalNumber,
  part,
  /** `@ada` or `ada`. */
  person: z.string().trim().min(1, "Name the person, such as @ada.").max(100),
});

export const offerEndorsementInput = z.object({ number: proposalNumber, part, note });

const endorsement = { number: proposalNumber, endorsement: rowId, version: rowId };

export const confirmEndorsementInput = z.object({ ...endorsement, note });
export const declineEndorsementInput = z.object({ ...endorsement, reason });
export const withdrawEndorsementInput = z.object({ ...endorsement, reason });
