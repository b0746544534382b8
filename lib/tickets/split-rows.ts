import type { Party } from "../people/queries";
import { mayStandFor } from "./policy";
import type { AskKind, RoutedSize, RoutingRule } from "./routing-rule";
import { sourceKey } from "./source-key";
import { routeOfSource } from "./source-route";
import { balance, type Entry, type SourceKind, sourceName } from "./split-balance";
import type { PlacedEntry, Split, SplitSource, SplitTicket } from "./split-queries";
import { trackerText } from "./tracker-text";

interface SourceRow {
  kind: SourceKind;
  id: number;
  number: number;
  text: string;
  acceptanceTest: string | null;
  askKind: AskKind | null;
  owner: (Party & { bodyKind: "board" | "sig" | "infra" | "operators" | null }) | null;
  dueOn: string | null;
  commentId: number | null;
  meetingDate: string | null;
  itemId: number | null;
  decisionId: number | null;
  sourceUrl: string | null;
  markedBy: string | null;
  isOwed: boolean;
}

interface EntryRow extends Omit<PlacedEntry, "ticket" | "isOwedAgain"> {
  askId: number | null;
  questionId: number | null;
  conditionId: number | null;
  minuteLineId: number | null;
  followUpId: number | null;
  ticketId: number | null;
}

interface TicketRow
  extends Omit<SplitTicket, "sources" | "preview" | "routed" | "routedOtherwise" | "usable"> {
  id: number;
  markdown: string;
  details: unknown;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
}

/** What the one query of a split answers. */
export interface SplitRow {
  id: number;
  number: number;
  title: string;
  decision: Split["decision"];
  confirmed: Split["confirmed"];
  /** The rules that were set; null while the usual ones are in force. */
  rules: RoutingRule[] | null;
  /** Handle of the SIG whose proposal it is. */
  sig: string | null;
  /** How large the asks are, by their ids. */
  sizes: Record<string, RoutedSize | null> | null;
  sources: SourceRow[];
  entries: EntryRow[];
  tickets: TicketRow[];
}

/** Puts a split together: what each source was placed as, where the rest would go, and the balance. */
export function splitOf(row: SplitRow): Split {
  const entries = row.entries.map((entry) => ({ entry, counted: countedEntry(entry, row) }));
  const sources = row.sources.map((source) =>
    sourceOf(
      source,
      row,
      entries
        .filter(({ counted }) => counted.sourceKind === source.kind && counted.sourceId === source.id)
        .map(({ entry }) => shownEntry(entry, row.tickets, source.isOwed)),
    ),
  );
  return {
    proposalId: row.id,
    sources,
    balance: balance(
      sources,
      entries.map(({ counted }) => counted),
    ),
    tickets: row.tickets.map((ticket) => ticketOf(ticket, row, sources)),
    decision: row.decision,
    confirmed: row.confirmed,
  };
}

function countedEntry(row: EntryRow, { tickets, sources }: SplitRow): Entry {
  const { disposition, text } = row;
  const ticket = tickets.find(({ id }) => id === row.ticketId) ?? null;
  const isOwedAgain = sources.some(
    ({ kind, id, isOwed }) => kind === "question" && id === row.questionId && isOwed,
  );
  return { ...sourceIdOf(row), disposition, text, ticket, isOwedAgain };
}

function sourceIdOf(row: EntryRow): { sourceKind: SourceKind; sourceId: number } {
  if (row.askId !== null) return { sourceKind: "ask", sourceId: row.askId };
  if (row.questionId !== null) return { sourceKind: "question", sourceId: row.questionId };
  if (row.conditionId !== null) return { sourceKind: "condition", sourceId: row.conditionId };
  if (row.followUpId !== null) return { sourceKind: "follow_up", sourceId: row.followUpId };
  return { sourceKind: "action_line", sourceId: row.minuteLineId ?? 0 };
}

function shownEntry(
  { id, disposition, text, by, routeReason, ticketId }: EntryRow,
  tickets: readonly TicketRow[],
  isOwed: boolean,
): PlacedEntry {
  const ticket = tickets.find((each) => each.id === ticketId) ?? null;
  return {
    id,
    disposition,
    text,
    by,
    routeReason,
    isOwedAgain: isOwed && disposition === "answered",
    ticket,
  };
}

function sourceOf(row: SourceRow, split: SplitRow, entries: PlacedEntry[]): SplitSource {
  const { kind, id, number, text, dueOn, owner: owes } = row;
  return {
    key: sourceKey(row),
    kind,
    id,
    number,
    name: sourceName(row),
    text,
    acceptanceTest: row.acceptanceTest ?? "",
    owner: owes,
    dueOn,
    from: originOf(row, split.number),
    markedBy: row.markedBy,
    route: routeOf(row, split),
    entries,
  };
}

function routeOf({ kind, id, text, askKind, owner: owes }: SourceRow, split: SplitRow): SplitSource["route"] {
  const size = kind === "ask" ? split.sizes?.[id] : null;
  const owedBy = owes ? (owes.bodyKind ?? "person") : null;
  return routeOfSource({ text, askKind, owedBy, size, sig: split.sig }, split.rules ?? undefined);
}

function originOf(row: SourceRow, proposal: number): SplitSource["from"] {
  if (row.kind === "ask") return { label: "The proposal", href: `/proposals/${proposal}#ask-${row.number}` };
  if (row.kind === "question") {
    if (row.commentId === null)
      return {
        label: "The list of questions",
        href: `/proposals/${proposal}/questions#question-${row.number}`,
      };
    return {
      label: "The comment",
      href: `/proposals/${proposal}?comment=${row.commentId}#comment-${row.commentId}`,
    };
  }
  if (row.kind === "follow_up")
    return {
      label: "The comment",
      href: `/proposals/${proposal}?comment=${row.commentId}#comment-${row.commentId}`,
    };
  if (row.kind === "action_line") {
    const href = `/meetings/${row.meetingDate}/session?item=${row.itemId}#line-${row.id}`;
    return { label: `The minutes of ${row.meetingDate}`, href };
  }
  const href = row.sourceUrl ?? `/proposals/${proposal}/board#decision-${row.decisionId}`;
  return { label: row.meetingDate ? `The decision of ${row.meetingDate}` : "The decision", href };
}

function ticketOf(row: TicketRow, proposal: SplitRow, sources: readonly SplitSource[]): SplitTicket {
  const { number, title, status, destination, dueOn, requestType, markdown, details } = row;
  const standsFor = sources.filter((source) =>
    source.entries.some(({ ticket }) => ticket?.number === number),
  );
  const preview = trackerText({
    number,
    title,
    markdown,
    requestType,
    details,
    owner: row.owner?.name ?? null,
    dueOn,
    proposal: { number: proposal.number, title: proposal.title },
    sources: standsFor,
  });
  const asProposed = standsFor.find(({ route }) => route.destination === destination);
  return {
    number,
    title,
    status,
    destination,
    owner: row.owner,
    dueOn,
    requestType,
    sources: standsFor.map(({ name }) => name),
    routed: asProposed?.route.reason ?? null,
    routedOtherwise: standsFor.flatMap(({ name, entries }) =>
      entries
        .filter(({ ticket, routeReason }) => ticket?.number === number && routeReason !== "")
        .map(({ routeReason }) => `${name}: ${routeReason}`),
    ),
    usable: mayStandFor(status),
    preview,
  };
}
