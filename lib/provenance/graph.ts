/** In the order of the journey (DOMAIN 8, "Provenance"): from what was said first to the proof that it runs. */
export const provenanceKinds = [
  "proposal",
  "comment",
  "question",
  "line",
  "decision",
  "ask",
  "condition",
  "action_line",
  "follow_up",
  "ticket",
  "answer",
  "reason",
  "host",
  "capability",
  "evidence",
] as const;
export type ProvenanceKind = (typeof provenanceKinds)[number];

export interface ProvenanceNode {
  /** `ticket:12`: its kind and its id. */
  key: string;
  kind: ProvenanceKind;
  /** How people call it: "Ask 3", "T-12". */
  name: string;
  /** What it says. */
  text: string;
  href: string;
}

/** The one led to the other. */
export interface ProvenanceEdge {
  from: string;
  to: string;
}

export interface ProvenanceGraph {
  nodes: ProvenanceNode[];
  edges: ProvenanceEdge[];
}

/**
 * Everything that led to a thing, and everything that it led to: what is only beside it is left out. Nodes come in the
 * order of the journey. Edges to what the reader may not see are gone with it; a ring does not stop it.
 */
export function around(graph: ProvenanceGraph, start: string): ProvenanceGraph {
  // A way that leads through something hidden would tell of it.
  const edges = edgesAmong(graph.nodes, graph.edges);
  const kept = new Set([
    ...reached(start, neighbours(edges, "from")),
    ...reached(start, neighbours(edges, "to")),
  ]);
  const nodes = graph.nodes.filter(({ key }) => kept.has(key));
  return { nodes: inOrder(nodes), edges: edgesAmong(nodes, graph.edges) };
}

/** What can be reached downwards from a thing, itself left out. */
export function ledTo(graph: ProvenanceGraph, start: string): ProvenanceNode[] {
  const keys = reached(start, neighbours(graph.edges, "to"));
  return inOrder(graph.nodes.filter(({ key }) => key !== start && keys.has(key)));
}

/** Two stories as one: what stands in both stands there once. */
export function joined(graphs: readonly ProvenanceGraph[]): ProvenanceGraph {
  const nodes = [...new Map(graphs.flatMap((graph) => graph.nodes).map((node) => [node.key, node])).values()];
  return {
    nodes,
    edges: edgesAmong(
      nodes,
      graphs.flatMap(({ edges }) => edges),
    ),
  };
}

function inOrder(nodes: readonly ProvenanceNode[]): ProvenanceNode[] {
  return [...nodes].sort((a, b) => provenanceKinds.indexOf(a.kind) - provenanceKinds.indexOf(b.kind));
}

function edgesAmong(nodes: readonly ProvenanceNode[], edges: readonly ProvenanceEdge[]): ProvenanceEdge[] {
  const keys = new Set(nodes.map(({ key }) => key));
  const there = edges.filter(({ from, to }) => keys.has(from) && keys.has(to));
  return [...new Map(there.map((edge) => [`${edge.from} ${edge.to}`, edge])).values()];
}

/** Where one step leads: towards what came after ("to"), or what came before ("from"). */
function neighbours(edges: readonly ProvenanceEdge[], end: "from" | "to"): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    const [here, there] = end === "to" ? [edge.from, edge.to] : [edge.to, edge.from];
    next.set(here, [...(next.get(here) ?? []), there]);
  }
  return next;
}

function reached(start: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set([start]);
  const queue = [start];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    for (const there of next.get(here) ?? []) {
      if (seen.has(there)) continue;
      seen.add(there);
      queue.push(there);
    }
  }
  return seen;
}
