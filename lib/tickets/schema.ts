import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { readIssueAddress } from "../trackers/known-issue";
import { mostLabels, noLabel, readLabels, tooManyLabels } from "./labels";
import { ticketMachine } from "./machine";
import { destinations, moveNames, movesWithReason, priorities, sizes } from "./policy";
import { quarterPattern } from "./quarter";
import { requestTypeKeys } from "./request-types/catalogue";
import { saysSomething, sourceKinds } from "./split-balance";
import { ticketRef } from "./ticket-ref";
import { destinationLabels } from "./ui-text";

const places = destinations.map((destination) => destinationLabels[destination]).join(", ");

const optionalDate = z
  .union([z.literal("").transform(() => null), z.null(), calendarDate], {
    error: ({ input }) => calendarDate.safeParse(input).error?.issues[0]?.message,
  })
  .default(null);

const capabilityKeys = z
  .array(z.string().regex(/^[a-z0-9-]{1,60}$/, "Choose capabilities from the region’s list."))
  .max(20, "A ticket serves at most 20 capabilities.")
  .transform((keys) => [...new Set(keys)]);

/** The address of an issue elsewhere; empty for none. */
const issue = z
  .string()
  .default("")
  .transform((address, context) => {
    if (address.trim() === "") return null;
    const parsed = readIssueAddress(address);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: "custom", message: parsed.refusal.message });
    return z.NEVER;
  });

const priority = z.enum(priorities, "Choose low, normal, high or urgent.");

/** Empty says nothing of it. */
const size = z.union(
  [z.literal("").transform(() => null), z.null(), z.enum(sizes)],
  "Choose a size from XS to XL, or none.",
);

const labels = z
  .string()
  .max(1_000, "Labels have at most 1,000 characters together.")
  .transform((text, context) => {
    const read = readLabels(text);
    if (read && read.length <= mostLabels) return read;
    context.addIssue({ code: "custom", message: read ? tooManyLabels(read.length) : noLabel });
    return z.NEVER;
  });

/** What a ticket says: the same for a new one, for one of a split, and for an edit. `details` are judged by
 * `parseDetails` of their request type. */
export const ticketContent = z
  .object({
    title: lineUpTo(200, "A title").pipe(
      z.string().min(1, "Give it a title, such as “Six hosts for the region”."),
    ),
    markdown: textUpTo(60_000, "The text").default(""),
    destination: z.enum(destinations, `Choose where it goes: ${places}.`),
    /** `@person` or the handle of a body. Never empty: somebody sees to it (DOMAIN 3). */
    owner: lineUpTo(100, "An owner").pipe(
      z.string().min(1, "Name who sees to it: @account for a person, or a body such as infra."),
    ),
    requestType: z.string().trim().default(""),
    details: z.record(z.string(), z.unknown()).default({}),
    dueOn: optionalDate,
    /** Keys of the capabilities that it serves; absent: the usual one of its request type. */
    capabilities: capabilityKeys.optional(),
    priority: priority.default("normal"),
    size: size.default(null),
    labels: labels.default([]),
  })
  .superRefine(typeForInfra);

export const createTicketInput = ticketContent.safeExtend({ issue, proposal: positiveId.optional() });

/** What may still change of a ticket that is filed. */
export const adjustTicketInput = z.object({
  number: positiveId,
  version: positiveId,
  title: ticketContent.shape.title,
  owner: ticketContent.shape.owner,
  dueOn: optionalDate,
  priority: priority.optional(),
  size: size.optional(),
  labels: labels.optional(),
});

export const editTicketInput = ticketContent.safeExtend({ number: positiveId, version: positiveId });

/** Why an ask goes elsewhere than the router proposes; the command says where it has to be given. */
const routeReason = textUpTo(2_000, "A reason")
  .default("")
  .transform((text) => (saysSomething(text) ? text : ""));

/** A comment that is marked, or not any more, as the promise of a follow-up. */
export const followUpInput = z.object({ comment: positiveId });

const source = { number: positiveId, sourceKind: z.enum(sourceKinds), sourceId: positiveId };

/** Places one thing of a split (DOMAIN 4): `number` is the proposal's. */
export const placeSourceInput = z.discriminatedUnion(
  "disposition",
  [
    ticketContent.safeExtend({ ...source, disposition: z.literal("ticketed"), issue, routeReason }),
    z.object({
      ...source,
      disposition: z.literal("existing"),
      ticket: positiveId,
      routeReason,
    }),
    z.object({ ...source, disposition: z.literal("answered"), text: saying("Write down the answer.") }),
    z.object({ ...source, disposition: z.literal("dropped"), text: saying("Say why it is dropped.") }),
  ],
  "Choose what becomes of it: a ticket, an answer, or dropped with a reason.",
);

export const unplaceSourceInput = z.object(source);

/** Confirms the split; `version` is the proposal's, so that nobody confirms what they did not see. */
export const confirmSplitInput = z.object({ number: positiveId, version: positiveId });

export const moveTicketInput = z
  .object({
    number: positiveId,
    version: positiveId,
    move: z.enum(moveNames, "There is no such move; choose one of the buttons."),
    reason: textUpTo(2_000, "A reason").default(""),
  })
  .superRefine(({ move, reason }, context) => {
    if (!movesWithReason.includes(move) || saysSomething(reason)) return;
    const { label, needs = "the reason." } = ticketMachine.moves[move];
    context.addIssue({
      code: "custom",
      path: ["reason"],
      message: `“${label}” needs a sentence: ${lowerFirst(needs)}`,
    });
  });

export const linkIssueInput = z.object({
  number: positiveId,
  version: positiveId,
  issue,
  /** Why another ticket may stand for the same issue. */
  shared: lineUpTo(300, "The reason").default(""),
});

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

/** Reads the flat strings of a ticket's form: `details.projectName`, `capabilities.dns`. */
export function readTicketForm(values: Record<string, string>): Record<string, unknown> {
  const chosen = Object.keys(valuesUnder("capabilities.", values));
  const offersChoice = chosen.length > 0 || values.capabilities !== undefined;
  const { capabilities: _, ...rest } = values;
  const details = valuesUnder("details.", values);
  return {
    ...rest,
    details,
    ...(offersChoice && { capabilities: [...chosen, ...listOf(values.capabilities)] }),
  };
}

function typeForInfra(
  { destination, requestType }: { destination: string; requestType: string },
  context: z.RefinementCtx,
): void {
  if (destination !== "infra" || requestTypeKeys.includes(requestType)) return;
  const message = `Choose what kind of request it is: ${requestTypeKeys.join(", ")}.`;
  context.addIssue({ code: "custom", path: ["requestType"], message });
}

function saying(message: string) {
  return textUpTo(10_000, "This").default("").pipe(z.string().refine(saysSomething, message));
}

function valuesUnder(prefix: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

function listOf(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/).filter((item) => item !== "");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
