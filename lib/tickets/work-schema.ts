import { z } from "zod";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { moveNames, movesWithReason } from "./policy";
import { quarterPattern } from "./quarter";
import { labels, optionalDate, priority } from "./rank-schema";
import { saysSomething } from "./split-balance";
import { ticketRef } from "./ticket-ref";

export const ticketVersionInput = z.object({ number: positiveId, version: positiveId });

/** `number` waits for `other`, or the other way round. */
export const dependencyInput = z.object({
  number: positiveId,
  other: ticketRef,
  way: z.enum(["blocked_by", "blocks"], "Choose which of the two waits for the other."),
});

const itemText = z.string().max(500, "An item has at most 500 characters; more is a ticket of its own.");

export const addItemInput = z.object({
  number: positiveId,
  text: textUpTo(10_000, "The items")
    .transform((text) =>
      text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .pipe(z.array(itemText).min(1, "Write what has to be done; each line is an item of its own.")),
});

export const changeItemInput = z.object({
  number: positiveId,
  item: positiveId,
  deed: z.enum(["tick", "untick", "up", "down", "remove"]),
});

export const bundleTicketsInput = z.object({
  title: lineUpTo(200, "A title").pipe(
    z.string().min(1, "Give the bundle a title, such as “What the region needs first”."),
  ),
  tickets: z
    .array(positiveId)
    .min(2, "A bundle has at least two tickets; choose them.")
    .max(50, "A bundle has at most 50 tickets.")
    .transform((numbers) => [...new Set(numbers)]),
});

export const fileBundleInput = z.object({ bundle: positiveId });

const quarter = z.string().regex(quarterPattern, "Give a quarter such as 2027Q1.");

export const rerouteTicketInput = z.object({
  number: positiveId,
  version: positiveId,
  quarter: z.union([z.literal("").transform(() => null), quarter]).default(null),
  reason: textUpTo(2_000, "A reason").pipe(
    z.string().refine(saysSomething, "Say why it is too large for one request."),
  ),
});

export const planInitiativeInput = z.object({
  number: positiveId,
  version: positiveId,
  quarter,
  reason: textUpTo(2_000, "A reason").default(""),
});

export const setPartInput = z.object({ number: positiveId, part: ticketRef, isPart: z.boolean() });

/** Several tickets of a list, each with the version that was seen, and what is to change of all of them. */
export const changeTicketsInput = z
  .object({
    tickets: z
      .array(z.object({ number: positiveId, version: positiveId }))
      .min(1, "Choose the tickets first: tick the box before each.")
      .max(200, "At most 200 tickets at once."),
    owner: z.string().trim().max(100).default(""),
    dueOn: optionalDate,
    noDate: z.boolean().default(false),
    priority: z.union([z.literal("").transform(() => undefined), priority]).optional(),
    addLabels: labels.default([]),
    removeLabels: labels.default([]),
    move: z.union([z.literal("").transform(() => undefined), z.enum(moveNames)]).optional(),
    reason: textUpTo(2_000, "A reason").default(""),
  })
  .refine(
    ({ owner, dueOn, noDate, priority: soon, addLabels, removeLabels, move }) =>
      owner || dueOn || noDate || soon || move || addLabels.length > 0 || removeLabels.length > 0,
    { path: ["owner"], error: "Choose what to change: an owner, a date, a priority, labels, or a move." },
  )
  .refine(({ move, reason }) => !move || !movesWithReason.includes(move) || saysSomething(reason), {
    path: ["reason"],
    error: "This move says why: write the reason; all chosen tickets get it.",
  });

/** Reads a list's form: `t.12` holds the version of ticket 12 that was seen. */
export function readChangeTickets(values: Record<string, string>): Record<string, unknown> {
  const tickets = Object.entries(values).flatMap(([name, version]) => {
    const [, number] = /^t\.(\d{1,9})$/.exec(name) ?? [];
    return number ? [{ number, version }] : [];
  });
  return { ...values, tickets, noDate: values.noDate === "on" };
}

export const saveViewInput = z.object({
  name: lineUpTo(60, "A name").pipe(z.string().min(1, "Give the view a name, such as “Mine, urgent”.")),
  query: z.string().max(2_000).default(""),
});

export const removeViewInput = z.object({ view: positiveId });
