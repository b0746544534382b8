import { z } from "zod";
import { keysOf } from "../keys-of";
import { askKindLabels, statusLabels } from "./ui-text";

/** In which order a list stands; the first unless told. */
export const sortLabels = {
  changed: "Last change",
  newest: "Newest first",
  number: "Number",
  title: "Title",
  questions: "Most open questions",
} as const;
export type ListSort = keyof typeof sortLabels;

/** How a list looks; the first unless told. */
export const viewLabels = { lines: "Lines", compact: "Compact", table: "Table" } as const;
export type ListView = keyof typeof viewLabels;

type Status = keyof typeof statusLabels;
type AskKind = keyof typeof askKindLabels;

/** Which proposals a list shows; all conditions hold together. */
export interface ProposalFilter {
  /** One of these; none or absent means any. */
  status?: readonly Status[];
  /** Handle of a SIG. */
  sig?: string;
  /** Handle or name of a person: requester, co-author, or owner of an ask. */
  person?: string;
  askKind?: AskKind;
  /** The reader, a body whose duties they share or a role that they hold owes an answer there. */
  owesMe?: boolean;
  /** The reader wrote it, alone or with others. */
  mine?: boolean;
  /** Words of title and summary. */
  q?: string;
  sort?: ListSort;
  /** Requester, by id; for pages about a person, not in an address. */
  authorId?: number;
}

/** What a list's address says. */
export interface ListAddress {
  filter: ProposalFilter;
  view: ListView;
  cursor?: string;
}

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
/** The database takes no NUL; other control characters mean nothing in a name or a word either. */
const plainText = z.preprocess(
  single,
  z.string().transform((text) => text.replaceAll(/\p{Cc}+/gu, " ").trim()),
);
const words = (most: number) => maybe(plainText.pipe(z.string().min(1).max(most)));
const flag = (value: string) => maybe(z.preprocess(single, z.literal(value)).transform(() => true as const));
const oneOf = <Key extends string>(labels: Record<Key, string>) =>
  maybe(z.preprocess(single, z.enum(keysOf(labels))));

const addressSchema = z.object({
  status: z.preprocess((given) => [given].flat(), z.array(maybe(z.enum(keysOf(statusLabels))))),
  sig: words(100),
  person: maybe(plainText.transform((text) => text.replace(/^@/, "")).pipe(z.string().min(1).max(100))),
  ask: oneOf(askKindLabels),
  owes: flag("me"),
  mine: flag("yes"),
  q: words(200),
  sort: oneOf(sortLabels),
  view: oneOf(viewLabels),
  cursor: words(1_000),
});

/** Reads a list's address. What makes no sense is left out, as if it had not been there. */
export function readListAddress(search: Record<string, unknown>): ListAddress {
  const { status, ask, owes, view, cursor, sort, ...rest } = addressSchema.parse(search);
  const statuses = [...new Set(status)].filter((each) => each !== undefined);
  const filter: ProposalFilter = {
    ...(statuses.length > 0 && { status: statuses }),
    ...(ask && { askKind: ask }),
    ...(owes && { owesMe: true }),
    ...(sort && sort !== "changed" && { sort }),
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  };
  return { filter, view: view ?? "lines", ...(cursor && { cursor }) };
}

/** The address of a list: only what differs from the list as it is without being asked for anything. */
export function listHref(
  { filter, view = "lines", cursor }: { filter: ProposalFilter; view?: ListView; cursor?: string },
  path = "/proposals",
): string {
  const query = new URLSearchParams([
    ...(filter.q ? [["q", filter.q]] : []),
    ...(filter.status ?? []).map((status) => ["status", status]),
    ...(filter.sig ? [["sig", filter.sig]] : []),
    ...(filter.person ? [["person", filter.person]] : []),
    ...(filter.askKind ? [["ask", filter.askKind]] : []),
    ...(filter.owesMe ? [["owes", "me"]] : []),
    ...(filter.mine ? [["mine", "yes"]] : []),
    ...(filter.sort && filter.sort !== "changed" ? [["sort", filter.sort]] : []),
    ...(view !== "lines" ? [["view", view]] : []),
    ...(cursor ? [["cursor", cursor]] : []),
  ]).toString();
  return query ? `${path}?${query}` : path;
}

/** One condition of a filter, in words, and the filter without it. */
export interface FilterPart {
  label: string;
  without: ProposalFilter;
}

/** What a filter asks for, condition by condition, so that each can be taken away alone. */
export function filterParts(filter: ProposalFilter): FilterPart[] {
  const { q, status = [], sig, person, askKind, owesMe, mine } = filter;
  return [
    ...(q ? [{ label: `mentions “${q}”`, without: { ...filter, q: undefined } }] : []),
    ...status.map((each) => ({
      label: statusLabels[each],
      without: { ...filter, status: status.filter((other) => other !== each) },
    })),
    ...(sig ? [{ label: `SIG ${sig}`, without: { ...filter, sig: undefined } }] : []),
    ...(person ? [{ label: `person ${person}`, without: { ...filter, person: undefined } }] : []),
    ...(askKind
      ? [{ label: `asks: ${askKindLabels[askKind]}`, without: { ...filter, askKind: undefined } }]
      : []),
    ...(owesMe ? [{ label: "I owe an answer", without: { ...filter, owesMe: undefined } }] : []),
    ...(mine ? [{ label: "mine", without: { ...filter, mine: undefined } }] : []),
  ];
}

/** An address gives a list where a name stands twice: the last one counts. */
function single(value: unknown): unknown {
  return Array.isArray(value) ? value.at(-1) : value;
}
