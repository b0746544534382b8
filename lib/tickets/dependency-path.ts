/** `blocked` waits for `blocker`. Ids or numbers, as long as all are of one kind. */
export interface Dependency {
  blocker: number;
  blocked: number;
}

/**
 * The shortest way from `from` to `to` along "is waited for by": [from, …, to]; null where there is none. A dependency
 * of `from` on `to` would close a circle exactly where there is one.
 */
export function pathBetween(edges: readonly Dependency[], from: number, to: number): number[] | null {
  const next = new Map<number, number[]>();
  for (const { blocker, blocked } of edges) next.set(blocker, [...(next.get(blocker) ?? []), blocked]);
  const cameFrom = new Map<number, number | null>([[from, null]]);
  const queue = [from];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    if (here === to) return wayTo(cameFrom, to);
    for (const there of next.get(here) ?? []) {
      if (cameFrom.has(there)) continue;
      cameFrom.set(there, here);
      queue.push(there);
    }
  }
  return null;
}

function wayTo(cameFrom: ReadonlyMap<number, number | null>, end: number): number[] {
  const way: number[] = [];
  for (let here: number | null | undefined = end; here != null; here = cameFrom.get(here)) way.unshift(here);
  return way;
}
