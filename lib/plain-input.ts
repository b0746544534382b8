import { z } from "zod";
import { holdsPrivateKey, privateKeyRefusal } from "./private-keys";

/** Ids and numbers as forms and addresses give them; no larger than the database's integers. */
export const positiveId = z.coerce
  .number("Give a number, such as 63.")
  .int("Give a whole number, such as 63.")
  .positive("Give a number, such as 63.")
  .max(2_147_483_647, "There is no such number.");

/** Text as it is stored: one kind of line break, no other control character (PostgreSQL keeps no NUL), no private key. */
export function textUpTo(most: number, what: string) {
  return z
    .string({ error: `${what} is missing.` })
    .transform((text) =>
      text
        .replaceAll(/\r\n?/g, "\n")
        .replaceAll(/[^\P{Cc}\t\n]/gu, "")
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(most, {
          error: ({ input }) =>
            `${what} may have ${most.toLocaleString("en")} characters; this has ${String(input).length.toLocaleString("en")}. Shorten it, or link to the long version.`,
        })
        .refine((text) => !holdsPrivateKey(text), privateKeyRefusal),
    );
}

/** The same on one line. */
export function lineUpTo(most: number, what: string) {
  return textUpTo(most, what).transform((text) => text.replaceAll(/\s+/gu, " "));
}
