import { z } from "zod";

/** The number that a text names: 12, T-12, ticket#12, or an address that ends in /tickets/12. */
export function readTicketRef(text: string): number | undefined {
  const [, number] = /(?:^|\/tickets\/)(?:ticket ?#?|t-|#)?([1-9]\d{0,8})\/?$/i.exec(text.trim()) ?? [];
  return number ? Number(number) : undefined;
}

/** A field that names another ticket. */
export const ticketRef = z
  .string()
  .max(300)
  .transform((text, context) => {
    const number = readTicketRef(text);
    if (number !== undefined) return number;
    context.addIssue({ code: "custom", message: "Name a ticket by its number, such as T-12." });
    return z.NEVER;
  });
