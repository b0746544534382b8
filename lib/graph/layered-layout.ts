import { Graph, layout } from "@dagrejs/dagre";

export interface LayoutNode {
  key: string;
  width: number;
  height: number;
}

export interface LayoutEdge {
  from: string;
  to: string;
}

export interface LayoutGaps {
  /** Between neighbours of one layer. */
  beside: number;
  /** Between one layer and the next. */
  between: number;
}

export interface PlacedNode extends LayoutNode {
  /** The left upper corner, from 0. */
  x: number;
  y: number;
}

export interface PlacedEdge extends LayoutEdge {
  /** From the border of the one node to the border of the other, always in the direction that was given. */
  points: { x: number; y: number }[];
}

export interface LayeredLayout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/**
 * Places a directed graph in layers, from the top down or from left to right: `from` before `to`, no two nodes on the
 * same place, few lines crossing. The same graph always looks the same. Rings do not stop it; an edge to nowhere, to
 * itself or said twice is left out.
 */
export function layeredLayout(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  { gaps, direction = "down" }: { gaps: LayoutGaps; direction?: "down" | "right" },
): LayeredLayout {
  const unique = [...new Map(nodes.map((node) => [node.key, node])).values()];
  if (unique.length === 0) return { width: 0, height: 0, nodes: [], edges: [] };
  const lines = drawable(unique, edges);
  const graph = new Graph();
  const rankdir = direction === "down" ? "TB" : "LR";
  graph.setGraph({ rankdir, nodesep: gaps.beside, ranksep: gaps.between, edgesep: gaps.beside / 2 });
  for (const { key, width, height } of unique) graph.setNode(key, { width, height });
  for (const { from, to } of lines) graph.setEdge(from, to, {});
  layout(graph);
  return fromCorner(
    unique.map((node) => ({ ...node, ...cornerOf(graph, node) })),
    lines.map((line) => ({ ...line, points: pointsOf(graph, line) })),
  );
}

function drawable(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): LayoutEdge[] {
  const keys = new Set(nodes.map(({ key }) => key));
  const known = edges.filter(({ from, to }) => from !== to && keys.has(from) && keys.has(to));
  return [...new Map(known.map(({ from, to }) => [JSON.stringify([from, to]), { from, to }])).values()];
}

function cornerOf(graph: Graph, { key, width, height }: LayoutNode): { x: number; y: number } {
  const { x = 0, y = 0 } = graph.node(key) as { x?: number; y?: number }; // dagre's labels are open records
  return { x: x - width / 2, y: y - height / 2 };
}

function pointsOf(graph: Graph, { from, to }: LayoutEdge): { x: number; y: number }[] {
  const { points = [] } = graph.edge(from, to) as { points?: { x: number; y: number }[] };
  return points.map(({ x, y }) => ({ x, y }));
}

/** Moves all so that nothing is left of or above 0, in steps of a tenth: enough for a screen, and short in HTML. */
function fromCorner(nodes: PlacedNode[], edges: PlacedEdge[]): LayeredLayout {
  const points = edges.flatMap((edge) => edge.points);
  const left = Math.min(...nodes.map(({ x }) => x), ...points.map(({ x }) => x));
  const top = Math.min(...nodes.map(({ y }) => y), ...points.map(({ y }) => y));
  const moved = ({ x, y }: { x: number; y: number }) => ({ x: rounded(x - left), y: rounded(y - top) });
  const placed = nodes.map((node) => ({ ...node, ...moved(node) }));
  const drawn = edges.map((edge) => ({ ...edge, points: edge.points.map(moved) }));
  const ends = drawn.flatMap((edge) => edge.points);
  return {
    width: Math.max(...placed.map(({ x, width }) => x + width), ...ends.map(({ x }) => x)),
    height: Math.max(...placed.map(({ y, height }) => y + height), ...ends.map(({ y }) => y)),
    nodes: placed,
    edges: drawn,
  };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
