import { type Cell, cellsOf, type Row, rowsOf } from "./map-rows";

export interface MapSizes {
  nodeWidth: number;
  nodeHeight: number;
  gapX: number;
  gapY: number;
}

export interface MapNode {
  key: string;
  x: number;
  y: number;
}

export interface MapEdge {
  from: string;
  to: string;
  /** Where the line bends, from the lower edge of the one to the upper edge of the other. */
  points: { x: number; y: number }[];
}

export interface MapLayout {
  width: number;
  height: number;
  nodes: MapNode[];
  edges: MapEdge[];
}

interface Placed extends Cell {
  /** The middle. */
  x: number;
}

/**
 * Draws a dependency graph in rows: each thing below all that it depends on, no two on the same place. Lines that
 * follow from others are left out, those that pass rows keep a lane of their own. Rings do not stop it.
 */
export function layoutMap(
  items: readonly { key: string; dependsOn: readonly string[] }[],
  sizes: MapSizes,
): MapLayout {
  const { cells, edges } = cellsOf(items);
  const rows = rowsOf(cells);
  const placed = placeRows(rows, sizes);
  const all = [...placed.values()];
  const left = Math.min(0, ...all.map(({ x, key }) => x - widthOf(key, sizes) / 2));
  const right = Math.max(0, ...all.map(({ x, key }) => x + widthOf(key, sizes) / 2));
  const top = (row: number) => row * (sizes.nodeHeight + sizes.gapY);
  const nodes = all.flatMap(({ key, row, x }) =>
    key === undefined ? [] : [{ key, x: x - left - sizes.nodeWidth / 2, y: top(row) }],
  );
  const lines = edges.map(({ from, to, path }) => {
    const points = path.flatMap((id, place) => {
      const at = placed.get(id);
      if (!at) return [];
      const x = at.x - left;
      const [above, below] = [
        { x, y: top(at.row) },
        { x, y: top(at.row) + sizes.nodeHeight },
      ];
      if (place === 0) return [below];
      return place === path.length - 1 ? [above] : [above, below];
    });
    return { from, to, points };
  });
  const height = rows.length > 0 ? top(rows.length) - sizes.gapY : 0;
  return { width: right - left, height, nodes, edges: lines };
}

const laneWidth = 14;

function widthOf(key: string | undefined, { nodeWidth }: MapSizes): number {
  return key === undefined ? laneWidth : nodeWidth;
}

/** Moves each cell towards the middle of its neighbours, a few times down and up, as far as the row has room. */
function placeRows(rows: readonly Row[], sizes: MapSizes): Map<number, Placed> {
  const placed = new Map<number, Placed>();
  for (const row of rows)
    spread(
      row,
      row.map(() => 0),
      sizes,
      placed,
    );
  for (let sweep = 0; sweep < 6; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (const row of isDown ? rows : [...rows].reverse()) {
      const wanted = row.map((cell) => {
        const neighbours = isDown ? cell.above : cell.below;
        const middles = neighbours.flatMap((id) => placed.get(id)?.x ?? []);
        const own = placed.get(cell.id)?.x ?? 0;
        return middles.length > 0 ? middles.reduce((sum, x) => sum + x, 0) / middles.length : own;
      });
      spread(row, wanted, sizes, placed);
    }
  }
  return placed;
}

/**
 * The places nearest to those wanted that keep the row's order and its gaps (isotonic regression: neighbours that
 * would overlap move as one block).
 */
function spread(row: Row, wanted: readonly number[], sizes: MapSizes, placed: Map<number, Placed>): void {
  const offsets: number[] = [];
  for (const [place, cell] of row.entries()) {
    const before = row[place - 1];
    const step = before ? (widthOf(before.key, sizes) + widthOf(cell.key, sizes)) / 2 + sizes.gapX : 0;
    offsets.push((offsets[place - 1] ?? 0) + step);
  }
  const blocks: { sum: number; size: number }[] = [];
  for (const [place, offset] of offsets.entries()) {
    let block = { sum: (wanted[place] ?? 0) - offset, size: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.size > block.sum / block.size;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, size: block.size + last.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  const shifts = blocks.flatMap(({ sum, size }) => Array<number>(size).fill(sum / size));
  for (const [place, cell] of row.entries()) {
    placed.set(cell.id, { ...cell, x: (shifts[place] ?? 0) + (offsets[place] ?? 0) });
  }
}
