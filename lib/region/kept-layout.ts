import { layoutMap, type MapLayout, type MapSizes } from "./map-layout";

// A map depends only on what depends on what, and takes longer to place than everything else on the page. Kept for
// speed alone: another server, or this one after a start, places it again, the same.
const kept = new Map<string, MapLayout>();
const mostKept = 30;

/** `layoutMap`, placed once for each graph. */
export function keptLayout(
  items: readonly { key: string; dependsOn: readonly string[] }[],
  sizes: MapSizes,
): MapLayout {
  const graph = JSON.stringify([sizes, ...items.map(({ key, dependsOn }) => [key, dependsOn])]);
  const known = kept.get(graph);
  if (known) return known;
  const layout = layoutMap(items, sizes);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(graph, layout);
  return layout;
}
