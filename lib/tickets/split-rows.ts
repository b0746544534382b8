import type { Party } from "../people/queries";
import { mayStandFor } from "./policy";
import type { AskKind } from "./router";
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
  sourceUrl: string | null;
}

interface EntryRow extends Omit<PlacedEntry, "ticket"> {
  askId: number | null;
  questionId: number | null;
  conditionId: number | null;
  minuteLineId: number | null;
  ticketId: number | null;
}

interface TicketRow extends Omit<SplitTicket, "sources" | "preview" | "routed" | "usable"> {
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
  sources: SourceRow[];
  entries: EntryRow[];
  tickets: TicketRow[];
}

/** Puts a split together: what each source was placed as, where the rest would go, and the balance. */
export function splitOf(row: SplitRow): Split {
  const entries = row.entries.map((entry) => ({ entry, counted: countedEntry(entry, row.tickets) }));
  const sources = row.sources.map((source) =>
    sourceOf(
      source,
      row.number,
      entries
        .filter(({ counted }) => counted.sourceKind === source.kind && counted.sourceId === source.id)
        .map(({ entry }) => shownEntry(entry, row.tickets)),
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
  };
}

function countedEntry(row: EntryRow, tickets: readonly TicketRow[]): Entry {
  const { disposition, text } = row;
  const ticket = tickets.find(({ id }) => id === row.ticketId) ?? null;
  return { ...sourceIdOf(row), disposition, text, ticket };
}

function sourceIdOf(row: EntryRow): { sourceKind: SourceKind; sourceId: number } {
  if (row.askId !== null) return { sourceKind: "ask", sourceId: row.askId };
  if (row.questionId !== null) return { sourceKind: "question", sourceId: row.questionId };
  if (row.conditionId !== null) return { sourceKind: "condition", sourceId: row.conditionId };
  return { sourceKind: "action_line", sourceId: row.minuteLineId ?? 0 };
}

function shownEntry(
  { id, disposition, text, by, ticketId }: EntryRow,
  tickets: readonly TicketRow[],
): PlacedEntry {
  const ticket = tickets.find((each) => each.id === ticketId);
  return { id, disposition, text, by, ticket: ticket ?? null };
}

function sourceOf(row: SourceRow, proposal: number, entries: PlacedEntry[]): SplitSource {
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
    from: originOf(row, proposal),
    route: routeOfSource({ text, askKind: row.askKind, owedBy: owes ? (owes.bodyKind ?? "person") : null }),
    entries,
  };
}

function originOf(row: SourceRow, proposal: number): SplitSource["from"] {
  if (row.kind === "ask") return { label: "The proposal", href: `/proposals/${proposal}#ask-${row.number}` };
  if (row.kind === "question") {
    const anchor = row.commentId === null ? `#question-${row.number}` : `#comment-${row.commentId}`;
    const path = row.commentId === null ? `/proposals/${proposal}/questions` : `/proposals/${proposal}`;
    return {
      label: row.commentId === null ? "The list of questions" : "The comment",
      href: `${path}${anchor}`,
    };
  }
  if (row.meetingDate) {
    const what = row.kind === "condition" ? "The decision" : "The minutes";
    return { label: `${what} of ${row.meetingDate}`, href: `/meetings/${row.meetingDate}/minutes` };
  }
  return { label: "The decision", href: row.sourceUrl ?? `/proposals/${proposal}/board` };
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
    usable: mayStandFor(status),
    preview,
  };
}
