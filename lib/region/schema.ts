import { z } from "zod";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { saysSomething } from "../tickets/split-balance";
import { regionMachine } from "./machine";
import { regionMoveNames, regionMovesWithReason } from "./policy";

export const regionKey = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{1,60}$/, "There is no such region or capability.");

/** A region as it is opened: its capabilities come from the template. */
export const openRegionInput = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,59}$/, "Use 2 to 60 small letters, digits and dashes, such as stream-east.")
    .refine((text) => text !== "new", "“new” is the address of this form; choose another key."),
  name: lineUpTo(120, "The name").pipe(z.string().min(1, "Give the region a name.")),
  parentCloud: lineUpTo(120, "The parent cloud").default(""),
  operatingSystem: lineUpTo(120, "The operating system").default("CentOS Stream"),
  osVersion: lineUpTo(40, "The version").default(""),
  /** Handle of the body that operates it. */
  operators: z
    .string("Give the body that operates it, such as operators.")
    .trim()
    .min(1, "Give the body that operates it, such as operators."),
});

/** What people write for a ticket, without what they put before its number: 12, T-12, #12; nothing where it is empty. */
export function ticketWritten(text: unknown): unknown {
  return typeof text === "string" ? text.trim().replace(/^(?:t-|#)/i, "") || undefined : text;
}

export const linkTicketInput = z.object({
  region: regionKey,
  capability: regionKey,
  ticket: z.preprocess(ticketWritten, positiveId),
});

/** A public address as proof; empty where the note says it all. */
export const webLink = z
  .string()
  .trim()
  .max(2_000, "The address is too long; give one of at most 2,000 characters.")
  .default("")
  .refine(
    (text) => text === "" || isWebAddress(text),
    "Give an address such as https://status.example.org/drill-3.",
  );

export const moveRegionInput = z
  .object({
    region: regionKey,
    version: positiveId,
    move: z.enum(regionMoveNames, "There is no such move; choose one of the buttons."),
    reason: textUpTo(2_000, "A reason").default(""),
  })
  .superRefine(({ move, reason }, context) => {
    if (!regionMovesWithReason.includes(move) || saysSomething(reason)) return;
    const { label } = regionMachine.moves[move];
    context.addIssue({
      code: "custom",
      path: ["reason"],
      message: `“${label}” needs a reason, in a sentence.`,
    });
  });

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && !username && !password && hostname.includes(".");
}
