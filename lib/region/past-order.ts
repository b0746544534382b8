/** Something with the instant at which it was written, in milliseconds. */
export interface Stamped {
  at: number;
}

/** The items by a key, each list in the order given. */
export function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The lists with instants that fit their order: a clock that was ahead and was set back stamped something later than
 * what followed it. Nothing of a list happens after what follows it, nor after now.
 */
export function happened<Key, Item extends Stamped>(
  groups: ReadonlyMap<Key, readonly Item[]>,
  now: number,
): Map<Key, Item[]> {
  return new Map([...groups].map(([key, items]) => [key, inOrder(items, now)]));
}

function inOrder<Item extends Stamped>(items: readonly Item[], now: number): Item[] {
  let latest = now;
  return [...items]
    .reverse()
    .map((item) => {
      latest = Math.min(latest, item.at);
      return { ...item, at: latest };
    })
    .reverse();
}

/** The last item of an ordered list that had happened by an instant. */
export function lastUntil<Item extends Stamped>(
  items: readonly Item[] | undefined,
  instant: number,
): Item | undefined {
  return items?.findLast(({ at }) => at <= instant);
}
