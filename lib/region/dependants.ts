interface Dependent {
  key: string;
  dependsOn: readonly string[];
}

/** Who depends on each, directly: the graph the other way round. */
export function dependantsOf(items: readonly Dependent[]): Map<string, string[]> {
  const dependants = new Map<string, string[]>();
  for (const { key, dependsOn } of items) {
    for (const other of dependsOn) {
      const known = dependants.get(other);
      if (known) known.push(key);
      else dependants.set(other, [key]);
    }
  }
  return dependants;
}

/** All that depends on a key, directly or by others, without itself. */
export function keysBehind(key: string, dependants: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>([key]);
  for (const each of reached) for (const next of dependants.get(each) ?? []) reached.add(next);
  reached.delete(key);
  return reached;
}

/**
 * The capabilities so that each stands after all that it depends on, else in the order given: the order in which they
 * can be built. Rings do not stop it.
 */
export function inBuildingOrder<Item extends Dependent>(items: readonly Item[]): Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const ordered = new Set<Item>();
  const open = new Set<string>();
  const place = (item: Item): void => {
    if (ordered.has(item) || open.has(item.key)) return;
    open.add(item.key);
    for (const key of item.dependsOn) {
      const needed = byKey.get(key);
      if (needed) place(needed);
    }
    open.delete(item.key);
    ordered.add(item);
  };
  for (const item of items) place(item);
  return [...ordered];
}

/**
 * A ring of dependencies, as the keys along it; undefined where there is none. A region with one would never be
 * built, so a change that would close a ring is refused with it.
 */
export function dependencyRing(
  capabilities: readonly { key: string; dependsOn: readonly string[] }[],
): string[] | undefined {
  const dependsOn = new Map(capabilities.map((each) => [each.key, each.dependsOn]));
  const finished = new Set<string>();
  for (const { key } of capabilities) {
    const ring = ringFrom(key, [], { dependsOn, finished });
    if (ring) return ring;
  }
  return undefined;
}

function ringFrom(
  key: string,
  path: readonly string[],
  walk: { dependsOn: ReadonlyMap<string, readonly string[]>; finished: Set<string> },
): string[] | undefined {
  if (path.includes(key)) return [...path.slice(path.indexOf(key)), key];
  if (walk.finished.has(key)) return undefined;
  for (const next of walk.dependsOn.get(key) ?? []) {
    const ring = ringFrom(next, [...path, key], walk);
    if (ring) return ring;
  }
  walk.finished.add(key);
  return undefined;
}
