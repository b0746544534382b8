import { z } from "zod";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { readIssueAddress } from "../trackers/known-issue";
import { ticketMachine } from "./machine";
import { destinations, moveNames, movesWithReason } from "./policy";
import { labels, optionalDate, priority, size } from "./rank-schema";
import { requestTypeKeys } from "./request-types/catalogue";
import { saysSomething, sourceKinds } from "./split-balance";
import { destinationLabels } from "./ui-text";

const places = destinations.map((destination) => destinationLabels[destination]).join(", ");

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
