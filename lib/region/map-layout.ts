import { layeredLayout } from "../graph/layered-layout";
import { inBuildingOrder } from "./dependants";

export interface MapSizes {
  nodeWidth: number;
  nodeHeight: number;
  gapX: number;
  gapY: number;
}

export interface MapNode {
  key: string;
  /** The left upper corner. */
  x: number;
  y: number;
}

export interface MapEdge {
  from: string;
  to: string;
  /** From the border of the one to the border of the other. */
  points: { x: number; y: number }[];
}

export interface MapLayout {
  width: number;
  height: number;
  /** From the top down, each row from the left. */
  nodes: MapNode[];
  edges: MapEdge[];
}

interface Item {
  key: string;
  dependsOn: readonly string[];
}

/** Above, the library takes seconds, and nobody could follow the lines anyway (docs/adr/041-the-capability-map.md). */
const mostLayered = 80;

/**
 * Draws a dependency graph: each thing below all that it depends on, no two on the same place. Lines that follow from
 * others are left out; what stands alone stands in rows below; of very large graphs there are only rows.
 */
export function layoutMap(items: readonly Item[], sizes: MapSizes): MapLayout {
  const lines = withoutShortcuts(items);
  if (items.length > mostLayered) return sorted(inRows(rowsByDepth(items), sizes), lines, sizes);
  const joined = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const { nodeWidth: width, nodeHeight: height, gapX: beside, gapY: between } = sizes;
  const nodes = items.filter(({ key }) => joined.has(key)).map(({ key }) => ({ key, width, height }));
  const layered = layeredLayout(nodes, lines, { gaps: { beside, between } });
  const alone = items.filter(({ key }) => !joined.has(key)).map(({ key }) => key);
  const columns = Math.max(4, Math.floor((layered.width + beside) / (width + beside)));
  const below = inRows(chunked(alone, columns), sizes, layered.height > 0 ? layered.height + between : 0);
  return {
    width: Math.max(layered.width, below.width),
    height: Math.max(layered.height, below.height),
    nodes: [...layered.nodes.map(({ key, x, y }) => ({ key, x, y })).sort(byPlace), ...below.nodes],
    edges: layered.edges,
  };
}

/** Each as deep as its dependencies ask for, a row for each depth; a row that is too long goes on in the next. */
function rowsByDepth(items: readonly Item[]): string[][] {
  const depthOf = new Map<string, number>();
  for (const { key, dependsOn } of inBuildingOrder(items)) {
    depthOf.set(key, Math.max(0, ...dependsOn.map((other) => (depthOf.get(other) ?? -1) + 1)));
  }
  const rows: string[][] = [];
  for (const [key, depth] of depthOf) {
    const row = rows[depth];
    if (row) row.push(key);
    else rows[depth] = [key];
  }
  const columns = Math.ceil(Math.sqrt(items.length) / 1.5);
  return [...rows].flatMap((row) => chunked(row ?? [], columns));
}

function inRows(rows: readonly (readonly string[])[], sizes: MapSizes, top = 0): Omit<MapLayout, "edges"> {
  const [stepX, stepY] = [sizes.nodeWidth + sizes.gapX, sizes.nodeHeight + sizes.gapY];
  const nodes = rows.flatMap((row, at) =>
    row.map((key, place) => ({ key, x: place * stepX, y: top + at * stepY })),
  );
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return {
    width: longest > 0 ? longest * stepX - sizes.gapX : 0,
    height: rows.length > 0 ? top + rows.length * stepY - sizes.gapY : 0,
    nodes,
  };
}

/** Straight from the lower edge of the one to the upper edge of the other. */
function sorted(
  { nodes, ...size }: Omit<MapLayout, "edges">,
  lines: readonly { from: string; to: string }[],
  { nodeWidth, nodeHeight }: MapSizes,
): MapLayout {
  const placeOf = new Map(nodes.map((node) => [node.key, node]));
  const edges = lines.flatMap(({ from, to }) => {
    const [start, end] = [placeOf.get(from), placeOf.get(to)];
    if (!start || !end) return [];
    const middle = nodeWidth / 2;
    const points = [
      { x: start.x + middle, y: start.y + nodeHeight },
      { x: end.x + middle, y: end.y },
    ];
    return [{ from, to, points }];
  });
  return { ...size, nodes, edges };
}

/** A line is left out where a longer way says the same, where it leads nowhere, and where it would close a ring. */
function withoutShortcuts(items: readonly Item[]): { from: string; to: string }[] {
  const reached = new Map<string, Set<string>>();
  const lines: { from: string; to: string }[] = [];
  for (const { key: to, dependsOn } of inBuildingOrder(items)) {
    const known = [...new Set(dependsOn)].filter((from) => reached.has(from));
    const further = new Set(known.flatMap((from) => [...(reached.get(from) ?? [])]));
    for (const from of known) if (!further.has(from)) lines.push({ from, to });
    reached.set(to, new Set([...known, ...further]));
  }
  return lines;
}

function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}

function byPlace(one: MapNode, other: MapNode): number {
  return one.y - other.y || one.x - other.x;
}
