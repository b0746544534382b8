import { z } from "zod";
import { positiveId, textUpTo } from "../plain-input";

const handle = z
  .string()
  .trim()
  .transform((value) => value.replace(/^@/, ""))
  .pipe(z.string().min(1, "Give a handle, such as amara."));

/** Which placeholder stands for whom. */
export const claimInput = z.object({ placeholder: handle, person: handle });

const reason = textUpTo(2_000, "A reason");
const claim = { claim: positiveId, version: positiveId };

/** "This is me": with a word of how the others can know. */
export const askClaimInput = z.object({
  placeholder: handle,
  reason: reason.pipe(z.string().min(1, "Say how the others can know that it is you.")),
});

export const confirmClaimInput = z.object(claim);
export const withdrawClaimInput = z.object(claim);
export const declineClaimInput = z.object({
  ...claim,
  reason: reason.pipe(z.string().min(1, "Say why: they are told.")),
});
export const undoClaimInput = declineClaimInput;

/** The same by the placeholder's name, as the command line has it. */
export const unclaimInput = z.object({ placeholder: handle, reason: declineClaimInput.shape.reason });
