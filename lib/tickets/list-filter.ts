import { z } from "zod";
import { keysOf } from "../keys-of";
import {
  type Destination,
  destinations,
  type Priority,
  priorities,
  type TicketStatus,
  ticketStatuses,
} from "./policy";
import { requestTypeKeys } from "./request-types/catalogue";
import { destinationLabels, priorityLabels, statusLabels } from "./ui-text";

/** In which order a list stands; the first unless told. */
export const sortLabels = {
  changed: "Last change",
  newest: "Newest first",
  priority: "Priority",
  due: "Due date",
} as const;
export type TicketSort = keyof typeof sortLabels;

/** How the tickets look; the first unless told. */
export const viewLabels = { lines: "Lines", table: "Table", board: "Board" } as const;
export type TicketView = keyof typeof viewLabels;

/** What stands still, or is late. */
export const needLabels = {
  news: "Without news for too long",
  reporter: "Waits too long for the requester",
  any: "Stands still",
  late: "Past its date",
} as const;
export type TicketNeed = keyof typeof needLabels;

/** How a ticket stands to others. */
export const blockLabels = { unblocked: "Unblocked now", blocked: "Blocked" } as const;
export type TicketBlock = keyof typeof blockLabels;

/** Which tickets a list shows; all conditions hold together. */
export interface TicketFilter {
  /** One of these; none or absent means any. */
  status?: readonly TicketStatus[];
  destination?: Destination;
  /** A request type's key. */
  type?: string;
  /** "me" (the reader, or a body that they belong to), or the handle of a person or a body. */
  owner?: string;
  requester?: "me";
  /** The next move is the reader's, or that of a body that they belong to. */
  waiting?: "me";
  block?: TicketBlock;
  needs?: TicketNeed;
  priority?: Priority;
  label?: string;
  bundle?: number;
  /** Number of an initiative: its parts. */
  initiative?: number;
  /** Number of a proposal. */
  proposal?: number;
  /** Words, or a ticket's number. */
  q?: string;
  sort?: TicketSort;
}

export interface TicketAddress {
  filter: TicketFilter;
  view: TicketView;
  cursor?: string;
  /** The column of the board that shows more. */
  more?: TicketStatus;
}

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const single = (value: unknown) => (Array.isArray(value) ? value.at(-1) : value);
const plainText = z.preprocess(
  single,
  z.string().transform((text) => text.replaceAll(/\p{Cc}+/gu, " ").trim()),
);
const words = (most: number) => maybe(plainText.pipe(z.string().min(1).max(most)));
const number = maybe(z.preprocess(single, z.coerce.number().int().positive().max(2_147_483_647)));
const oneOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  maybe(z.preprocess(single, z.enum(values)));

const addressSchema = z.object({
  status: z.preprocess((given) => [given].flat(), z.array(maybe(z.enum(ticketStatuses)))),
  destination: oneOf(destinations),
  type: maybe(
    z.preprocess(
      single,
      z.string().refine((key) => requestTypeKeys.includes(key)),
    ),
  ),
  owner: maybe(plainText.transform((text) => text.replace(/^@/, "")).pipe(z.string().min(1).max(100))),
  requester: oneOf(["me"]),
  waiting: oneOf(["me"]),
  block: oneOf(keysOf(blockLabels)),
  needs: oneOf(keysOf(needLabels)),
  priority: oneOf(priorities),
  label: maybe(plainText.transform((text) => text.toLowerCase()).pipe(z.string().min(1).max(40))),
  bundle: number,
  initiative: number,
  proposal: number,
  q: words(200),
  sort: oneOf(keysOf(sortLabels)),
  view: oneOf(keysOf(viewLabels)),
  cursor: words(1_000),
  more: oneOf(ticketStatuses),
});

/** Reads a list's address. What makes no sense is left out, as if it had not been there. */
export function readTicketAddress(search: Record<string, unknown>): TicketAddress {
  const { status, view, cursor, more, sort, ...rest } = addressSchema.parse(search);
  const statuses = [...new Set(status)].filter((each) => each !== undefined);
  const filter: TicketFilter = {
    ...(statuses.length > 0 && { status: statuses }),
    ...(sort && sort !== "changed" && { sort }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  };
  return { filter, view: view ?? "lines", ...(cursor && { cursor }), ...(more && { more }) };
}

/** The address of a list: only what differs from the list as it is without being asked for anything. */
export function listHref(
  { filter, view = "lines", cursor, more }: Partial<TicketAddress> & { filter: TicketFilter },
  path = "/tickets",
): string {
  const { status = [], ...rest } = filter;
  const query = new URLSearchParams([
    ...status.map((each) => ["status", each]),
    ...Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ...(view === "lines" ? [] : [["view", view]]),
    ...(more ? [["more", more]] : []),
    ...(cursor ? [["cursor", cursor]] : []),
  ]).toString();
  return query ? `${path}?${query}` : path;
}

/** One condition of a filter, in words, and the filter without it. */
export interface FilterPart {
  label: string;
  without: TicketFilter;
}

/** What a filter asks for, condition by condition, so that each can be taken away alone. */
export function filterParts(filter: TicketFilter): FilterPart[] {
  const { status = [], sort: _, ...rest } = filter;
  return [
    ...status.map((each) => ({
      label: statusLabels[each],
      without: { ...filter, status: status.filter((other) => other !== each) },
    })),
    ...Object.entries(partTexts).flatMap(([name, say]) => {
      const label = say(rest);
      return label ? [{ label: String(label), without: { ...filter, [name]: undefined } }] : [];
    }),
  ];
}

type Say = (filter: TicketFilter) => string | number | undefined;

const partTexts: Readonly<Record<Exclude<keyof TicketFilter, "status" | "sort">, Say>> = {
  q: ({ q }) => q && `mentions “${q}”`,
  destination: ({ destination }) => destination && destinationLabels[destination],
  type: ({ type }) => type && `type ${type}`,
  owner: ({ owner }) => owner && (owner === "me" ? "mine" : `owner ${owner}`),
  requester: ({ requester }) => requester && "asked by me",
  waiting: ({ waiting }) => waiting && "waiting on me",
  block: ({ block }) => block && blockLabels[block].toLowerCase(),
  needs: ({ needs }) => needs && needLabels[needs].toLowerCase(),
  priority: ({ priority }) => priority && `${priorityLabels[priority].toLowerCase()} priority`,
  label: ({ label }) => label && `label ${label}`,
  bundle: ({ bundle }) => bundle && `bundle ${bundle}`,
  initiative: ({ initiative }) => initiative && `parts of T-${initiative}`,
  proposal: ({ proposal }) => proposal && `of proposal #${proposal}`,
};
