import { z } from "zod";
import { keysOf } from "../keys-of";
import { lineUpTo, positiveId } from "../plain-input";
import { tokenDays, tokenScopes } from "./ui-text";

const scopes = keysOf(tokenScopes);

export const createTokenInput = z.object({
  name: lineUpTo(100, "A name").pipe(z.string().min(1, "Say what it is for, such as “nightly report”.")),
  scope: z.enum(scopes, "Choose what it may do: read, write or admin.").default("read"),
  /** How long it works. */
  days: z.coerce
    .number("Give a number of days.")
    .int("Give a whole number of days.")
    .min(1, "It works for at least a day.")
    .max(tokenDays.most, `It works for at most ${tokenDays.most} days; then make a new one.`)
    .default(tokenDays.usual),
});

/** From the command line: whose it is. */
export const createTokenForInput = createTokenInput.extend({
  person: z
    .string()
    .trim()
    .transform((handle) => handle.replace(/^@/, ""))
    .pipe(z.string().min(1, "Name somebody, such as @ada.").max(100)),
});

export const revokeTokenInput = z.object({ token: positiveId });
