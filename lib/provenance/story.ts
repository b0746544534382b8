import type { Outcome } from "../decisions/effects";
import { outcomeLabels } from "../decisions/ui-text";
import { excerpt } from "../discussion/plain-text";
import type { Destination } from "../tickets/policy";
import { type SourceKind, sourceName } from "../tickets/split-balance";
import { destinationLabels } from "../tickets/ui-text";
import type { ProvenanceEdge, ProvenanceGraph, ProvenanceNode } from "./graph";

/** What the database tells of proposals and tickets, as far as the reader may see it. */
export interface StoryRows {
  proposals: { id: number; number: number; title: string }[];
  comments: { id: number; proposal: number; by: string; text: string }[];
  questions: {
    id: number;
    proposal: number;
    proposalId: number;
    number: number;
    text: string;
    commentId: number | null;
  }[];
  lines: {
    id: number;
    date: string;
    itemId: number;
    kind: string;
    text: string;
    decisionId: number | null;
    questionId: number | null;
  }[];
  decisions: {
    id: number;
    proposalId: number | null;
    ticketId: number | null;
    proposal: number | null;
    ticket: number | null;
    date: string | null;
    outcome: Outcome;
    text: string;
    /** Whether the split followed from it. */
    splits: boolean;
  }[];
  sources: {
    kind: SourceKind;
    id: number;
    number: number;
    text: string;
    proposal: number;
    proposalId: number;
    decisionId: number | null;
    commentId: number | null;
  }[];
  entries: {
    id: number;
    kind: SourceKind;
    sourceId: number;
    proposal: number;
    disposition: string;
    text: string;
    ticketId: number | null;
  }[];
  tickets: {
    id: number;
    number: number;
    title: string;
    destination: Destination;
    proposalId: number | null;
  }[];
  /** The machines that a request brought, together. */
  hosts: { ticketId: number; region: string; count: number; names: string }[];
  capabilities: { id: number; ticketId: number; key: string; name: string; region: string }[];
  evidence: {
    id: number;
    capabilityId: number;
    criterion: string;
    region: string;
    key: string;
    status: string;
  }[];
}

/** Makes the graph of what led to what. Pure: the same rows give the same graph. */
export function storyOf(rows: StoryRows): ProvenanceGraph {
  return { nodes: nodesOf(rows), edges: edgesOf(rows) };
}

function nodesOf(rows: StoryRows): ProvenanceNode[] {
  const unique = new Map(rows.capabilities.map((capability) => [capability.id, capability]));
  return [
    ...rows.proposals.map(({ id, number, title }) =>
      node("proposal", id, `Proposal #${number}`, title, `/proposals/${number}`),
    ),
    ...rows.comments.map(({ id, proposal, by, text }) =>
      node(
        "comment",
        id,
        `Comment of ${by}`,
        excerpt(text, 160),
        `/proposals/${proposal}?comment=${id}#comment-${id}`,
      ),
    ),
    ...rows.questions.map(({ id, proposal, number, text }) =>
      node("question", id, `Question ${number}`, text, `/proposals/${proposal}/questions#question-${number}`),
    ),
    ...rows.lines.map(({ id, date, itemId, kind, text }) =>
      node(
        "line",
        id,
        `Minutes of ${date}, ${kind}`,
        text,
        `/meetings/${date}/session?item=${itemId}#line-${id}`,
      ),
    ),
    ...rows.decisions.map(decisionNode),
    ...rows.sources.filter(({ kind }) => kind !== "question").map(sourceNode),
    ...rows.tickets.map(({ id, number, title, destination }) =>
      node("ticket", id, `T-${number}, ${destinationLabels[destination]}`, title, `/tickets/${number}`),
    ),
    ...rows.entries.filter(({ ticketId }) => ticketId === null).map(entryNode),
    ...rows.hosts.map(({ ticketId, region, count, names }) =>
      node(
        "host",
        ticketId,
        count === 1 ? "One host" : `${count} hosts`,
        excerpt(names, 160),
        `/region/${region}/inventory`,
      ),
    ),
    ...[...unique.values()].map(({ id, key, name, region }) =>
      node("capability", id, "Capability", name, `/region/${region}/${key}`),
    ),
    ...rows.evidence.map(({ id, criterion, region, key, status }) =>
      node("evidence", id, `Evidence, ${status}`, criterion, `/region/${region}/${key}#evidence`),
    ),
  ];
}

function edgesOf(rows: StoryRows): ProvenanceEdge[] {
  return [
    ...rows.comments.map(({ id, proposal }) => {
      const of = rows.proposals.find(({ number }) => number === proposal);
      return edge(`proposal:${of?.id}`, `comment:${id}`);
    }),
    ...rows.questions.map(({ id, proposalId, commentId }) =>
      edge(commentId === null ? `proposal:${proposalId}` : `comment:${commentId}`, `question:${id}`),
    ),
    ...rows.lines.flatMap(({ id, decisionId, questionId }) => [
      ...(decisionId === null ? [] : [edge(`line:${id}`, `decision:${decisionId}`)]),
      ...(questionId === null ? [] : [edge(`line:${id}`, `question:${questionId}`)]),
    ]),
    ...rows.decisions.map(({ id, proposalId, ticketId }) =>
      ticketId === null
        ? edge(`proposal:${proposalId}`, `decision:${id}`)
        : edge(`decision:${id}`, `ticket:${ticketId}`),
    ),
    ...rows.sources.flatMap((source) => towards(source, rows)),
    ...rows.entries.map(({ id, kind, sourceId, disposition, ticketId }) =>
      edge(
        `${kind}:${sourceId}`,
        ticketId === null ? `${outcomeKind(disposition)}:${id}` : `ticket:${ticketId}`,
      ),
    ),
    ...rows.tickets
      .filter(
        ({ id, proposalId }) => proposalId !== null && !rows.entries.some(({ ticketId }) => ticketId === id),
      )
      .map(({ id, proposalId }) => edge(`proposal:${proposalId}`, `ticket:${id}`)),
    ...rows.hosts.map(({ ticketId }) => edge(`ticket:${ticketId}`, `host:${ticketId}`)),
    ...rows.capabilities.map(({ id, ticketId }) => edge(`ticket:${ticketId}`, `capability:${id}`)),
    ...rows.evidence.map(({ id, capabilityId }) => edge(`capability:${capabilityId}`, `evidence:${id}`)),
  ];
}

/** What led to a thing that the split accounts for: where it was said, and the decision that had it split. */
function towards(
  { kind, id, proposalId, decisionId, commentId }: StoryRows["sources"][number],
  rows: StoryRows,
): ProvenanceEdge[] {
  const here = `${kind}:${id}`;
  const split =
    decisionId ?? rows.decisions.find((each) => each.proposalId === proposalId && each.splits)?.id;
  const said = commentId !== null && kind === "follow_up" ? [edge(`comment:${commentId}`, here)] : [];
  return [...said, edge(split === undefined ? `proposal:${proposalId}` : `decision:${split}`, here)];
}

function decisionNode(decision: StoryRows["decisions"][number]): ProvenanceNode {
  const { id, proposal, ticket, date, outcome, text } = decision;
  const href = proposal === null ? `/tickets/${ticket}` : `/proposals/${proposal}/board#decision-${id}`;
  const when = date === null ? "" : ` of ${date}`;
  return node("decision", id, `Decision${when}: ${outcomeLabels[outcome].toLowerCase()}`, text, href);
}

function sourceNode({ kind, id, number, text, proposal }: StoryRows["sources"][number]): ProvenanceNode {
  const name = sourceName({ kind, number });
  const place = kind === "ask" || kind === "question" || kind === "follow_up" ? number : id;
  const href = `/proposals/${proposal}/split#${kind}-${place}`;
  return node(kind, id, name.charAt(0).toUpperCase() + name.slice(1), text, href);
}

function entryNode({ id, disposition, text, proposal }: StoryRows["entries"][number]): ProvenanceNode {
  const kind = outcomeKind(disposition);
  const name = kind === "answer" ? "Answered" : "Dropped";
  return node(kind, id, name, text, `/proposals/${proposal}/split/receipt`);
}

function outcomeKind(disposition: string): "answer" | "reason" {
  return disposition === "answered" ? "answer" : "reason";
}

function node(
  kind: ProvenanceNode["kind"],
  id: number,
  name: string,
  text: string,
  href: string,
): ProvenanceNode {
  return { key: `${kind}:${id}`, kind, name, text, href };
}

function edge(from: string, to: string): ProvenanceEdge {
  return { from, to };
}
