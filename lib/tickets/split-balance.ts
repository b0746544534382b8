import { type Destination, destinations } from "./policy";

export const sourceKinds = ["ask", "question", "condition", "action_line", "follow_up"] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const dispositions = ["ticketed", "answered", "dropped"] as const;
export type Disposition = (typeof dispositions)[number];

/** One thing that a split has to account for (DOMAIN 3, "Split"). */
export interface Source {
  kind: SourceKind;
  id: number;
  /** Its number as people see it: "ask 3". */
  number: number;
  text: string;
}

export interface PlacedTicket {
  id: number;
  destination: Destination | null;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
}

/** How one source was placed. One source may have several entries: then each of them has to hold. */
export interface Entry {
  sourceKind: SourceKind;
  sourceId: number;
  disposition: Disposition;
  /** The ticket as it is now; null where there is none any more. */
  ticket?: PlacedTicket | null;
  /** The answer, or the reason for dropping it. */
  text?: string;
  /** The question that this answers was opened again: it is owed anew. */
  isOwedAgain?: boolean;
}

export interface Balance {
  placed: number;
  total: number;
  /** What still keeps the split from being confirmed, in the order of the proposal. */
  open: Source[];
  sentence: string;
}

export interface SplitFacts {
  asks: readonly { id: number; number: number; text: string }[];
  questions: readonly { id: number; number: number; text: string; status: string }[];
  conditions: readonly { id: number; number: number; text: string }[];
  actionLines?: readonly { id: number; number: number; text: string }[];
  followUps?: readonly { id: number; number: number; text: string }[];
}

const words: Record<SourceKind, string> = {
  ask: "ask",
  question: "question",
  condition: "condition",
  action_line: "action",
  follow_up: "follow-up",
};

/**
 * What must be accounted for: every ask (also one that only informs), every question without an answer, every condition,
 * every action of the minutes, and what is promised in comments (DOMAIN 4, "balance = 0").
 */
export function sourcesOf({
  asks,
  questions,
  conditions,
  actionLines = [],
  followUps = [],
}: SplitFacts): Source[] {
  const withoutAnswer = questions.filter(({ status }) => status === "open" || status === "unanswered");
  return [
    ...asks.map((ask) => sourceOf("ask", ask)),
    ...withoutAnswer.map((question) => sourceOf("question", question)),
    ...conditions.map((condition) => sourceOf("condition", condition)),
    ...actionLines.map((line) => sourceOf("action_line", line)),
    ...followUps.map((followUp) => sourceOf("follow_up", followUp)),
  ];
}

/** The balance of a split, computed from its sources and entries each time it is looked at (DOMAIN 4). */
export function balance(sources: readonly Source[], entries: readonly Entry[]): Balance {
  const entriesBySource = grouped(entries);
  const isOpen = (source: Source) => !isPlaced(entriesBySource.get(keyOf(source.kind, source.id)) ?? []);
  const total = sources.length;
  const open = sources.filter(isOpen);
  const placed = total - open.length;
  return { placed, total, open, sentence: sentenceOf(placed, total, open) };
}

/** The split may be confirmed only when nothing is left unaccounted for. */
export function mayConfirm({ open }: Pick<Balance, "open">): boolean {
  return open.length === 0;
}

/** Why the split cannot be confirmed yet, in one sentence; undefined where it can. */
export function whyNotConfirm(current: Balance): string | undefined {
  return mayConfirm(current) ? undefined : current.sentence;
}

/** What an entry lacks to count, in one sentence; undefined where it counts. */
export function whatEntryLacks(entry: Entry): string | undefined {
  if (entry.disposition === "answered" && !saysSomething(entry.text))
    return "The answer is empty; write it down.";
  if (entry.disposition === "answered" && entry.isOwedAgain)
    return "Who asked opened the question again; take the answer back and answer it anew.";
  if (entry.disposition === "dropped" && !saysSomething(entry.text)) return "Say why it is dropped.";
  return entry.disposition === "ticketed" ? whatTicketLacks(entry.ticket) : undefined;
}

/** Spaces, also invisible ones, and lone punctuation say nothing. */
export function saysSomething(text: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(text ?? "");
}

/** "ask 3": the words for a source in sentences and lists. */
export function sourceName(source: Pick<Source, "kind" | "number">): string {
  return `${words[source.kind]} ${source.number}`;
}

function whatTicketLacks(ticket: PlacedTicket | null | undefined): string | undefined {
  if (!ticket) return "Its ticket is not there any more; make another one, answer it or drop it.";
  if (!ticket.destination || !destinations.includes(ticket.destination))
    return "Its ticket has no destination.";
  if (ticket.ownerPersonId == null && ticket.ownerBodyId == null) return "Its ticket has no owner.";
  return undefined;
}

function isPlaced(entries: readonly Entry[]): boolean {
  return entries.length > 0 && entries.every((entry) => whatEntryLacks(entry) === undefined);
}

function grouped(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.sourceKind, entry.sourceId);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return groups;
}

function sentenceOf(placed: number, total: number, open: readonly Source[]): string {
  if (total === 0) return "There is nothing to place.";
  if (open.length === 0) return `${placed} of ${total} placed. Nothing is open.`;
  return `${placed} of ${total} placed. Still open: ${open.map(sourceName).join(", ")}.`;
}

function sourceOf(
  kind: SourceKind,
  { id, number, text }: { id: number; number: number; text: string },
): Source {
  return { kind, id, number, text };
}

function keyOf(kind: SourceKind, id: number): string {
  return `${kind}:${id}`;
}
