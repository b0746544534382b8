/** One place in a row: a thing, or (without a key) the lane of a line that passes by. */
export interface Cell {
  id: number;
  key?: string;
  row: number;
  /** Ids of the cells that it is joined with in the rows above and below. */
  above: number[];
  below: number[];
}

export type Row = readonly Cell[];

export interface LinePath {
  from: string;
  to: string;
  /** Ids of the cells on the way, both ends included. */
  path: number[];
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** Lines get lanes of their own up to here; above, a drawing of so many would not be readable anyway. */
const mostLanes = 1_500;

/** Things and lanes with their rows: each thing lies below all that it depends on. */
export function cellsOf(items: readonly { key: string; dependsOn: readonly string[] }[]): {
  cells: Cell[];
  edges: LinePath[];
} {
  const graph = withoutRings(items);
  const rowOf = assignRows(graph);
  const cells: Cell[] = [...rowOf].map(([key, row], id) => ({ id, key, row, above: [], below: [] }));
  const cellOf = new Map(cells.map((cell) => [cell.key, cell]));
  const lines = withoutShortcuts(graph).flatMap(({ from, to }) => {
    const [start, end] = [cellOf.get(from), cellOf.get(to)];
    return start && end ? [{ start, end }] : [];
  });
  const lanes = lines.reduce((sum, { start, end }) => sum + end.row - start.row - 1, 0);
  const edges = lines.map(({ start, end }) => {
    const path = lanes <= mostLanes ? addLane(cells, start, end) : join([start, end]);
    return { from: start.key ?? "", to: end.key ?? "", path };
  });
  return { cells, edges };
}

/** The rows from top to bottom, each in an order in which few lines cross. */
export function rowsOf(cells: readonly Cell[]): Row[] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const row = rows[cell.row];
    if (row) row.push(cell);
    else rows[cell.row] = [cell];
  }
  for (let sweep = 0; sweep < 8; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const places = new Map<number, number>();
    for (const row of rows)
      for (const [place, cell] of row.entries()) places.set(cell.id, shareOf(place, row));
    for (const row of isDown ? rows : [...rows].reverse()) {
      const wanted = new Map(row.map((cell) => [cell.id, middleOf(cell, isDown, places)]));
      row.sort((one, other) => (wanted.get(one.id) ?? 0) - (wanted.get(other.id) ?? 0) || one.id - other.id);
      for (const [place, cell] of row.entries()) places.set(cell.id, shareOf(place, row));
    }
  }
  return rows;
}

function shareOf(place: number, row: Row): number {
  return (place + 0.5) / row.length;
}

function middleOf(cell: Cell, isDown: boolean, places: ReadonlyMap<number, number>): number {
  const neighbours = isDown ? cell.above : cell.below;
  const own = places.get(cell.id) ?? 0.5;
  const sum = neighbours.reduce((total, id) => total + (places.get(id) ?? own), 0);
  return neighbours.length > 0 ? sum / neighbours.length : own;
}

/** Known dependencies only, and without those that would close a ring; in an order where each follows its own. */
function withoutRings(items: readonly { key: string; dependsOn: readonly string[] }[]): Graph {
  const wanted = new Map(items.map(({ key, dependsOn }) => [key, dependsOn]));
  const graph = new Map<string, string[]>();
  const open = new Set<string>();
  const visit = (key: string): void => {
    open.add(key);
    const kept: string[] = [];
    for (const next of new Set(wanted.get(key))) {
      if (!wanted.has(next) || open.has(next)) continue;
      if (!graph.has(next)) visit(next);
      kept.push(next);
    }
    open.delete(key);
    graph.set(key, kept);
  };
  for (const { key } of items) if (!graph.has(key)) visit(key);
  return graph;
}

/** As high as its dependencies allow, in a row that still has room: a map is not to be endlessly wide. */
function assignRows(graph: Graph): Map<string, number> {
  const most = Math.max(4, Math.ceil(Math.sqrt(graph.size) / 1.5));
  const rowOf = new Map<string, number>();
  const filled: number[] = [];
  for (const [key, dependsOn] of graph) {
    let row = Math.max(0, ...dependsOn.map((next) => (rowOf.get(next) ?? 0) + 1));
    while ((filled[row] ?? 0) >= most) row += 1;
    filled[row] = (filled[row] ?? 0) + 1;
    rowOf.set(key, row);
  }
  return rowOf;
}

/** A line is left out where a longer way says the same. */
function withoutShortcuts(graph: Graph): { from: string; to: string }[] {
  const reached = new Map<string, Set<string>>();
  const lines: { from: string; to: string }[] = [];
  for (const [to, dependsOn] of graph) {
    const further = new Set(dependsOn.flatMap((next) => [...(reached.get(next) ?? [])]));
    for (const from of dependsOn) if (!further.has(from)) lines.push({ from, to });
    reached.set(to, new Set([...dependsOn, ...further]));
  }
  return lines;
}

function addLane(cells: Cell[], start: Cell, end: Cell): number[] {
  const way = [start];
  for (let row = start.row + 1; row < end.row; row += 1) {
    const lane: Cell = { id: cells.length, row, above: [], below: [] };
    cells.push(lane);
    way.push(lane);
  }
  return join([...way, end]);
}

function join(way: readonly Cell[]): number[] {
  for (const [place, cell] of way.entries()) {
    const next = way[place + 1];
    if (!next) break;
    cell.below.push(next.id);
    next.above.push(cell.id);
  }
  return way.map(({ id }) => id);
}
