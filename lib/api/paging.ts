import { z } from "zod";

/** What every list takes. */
export const paging = {
  limit: z.coerce
    .number("Give a whole number from 1 to 100.")
    .int("Give a whole number from 1 to 100.")
    .min(1, "Give a whole number from 1 to 100.")
    .max(100, "Give a whole number from 1 to 100.")
    .default(25),
  /** Opaque: the `nextCursor` of the page before. */
  cursor: z.string().max(1_000, "This is no cursor of ours.").default(""),
};

interface Asked {
  limit: number;
  cursor: string;
}

export interface ListPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A page of a list that its query pages by itself. */
export function paged<Item>({
  items,
  nextCursor,
}: {
  items: Item[];
  nextCursor?: string | number | undefined;
}): ListPage<Item> {
  return { items, nextCursor: nextCursor === undefined ? null : String(nextCursor) };
}

/** The beginning of a page that its query made longer than was asked for; it goes on behind what is shown. */
export function shortened<Item>(
  page: ListPage<Item>,
  limit: number,
  keyOf: (item: Item) => string | number,
): ListPage<Item> {
  const items = page.items.slice(0, limit);
  const last = items.at(-1);
  return page.items.length <= limit || !last ? page : { items, nextCursor: String(keyOf(last)) };
}

/**
 * A page of a list that is read whole, since it belongs to one thing and is never long. It goes on behind the item with
 * which the page before ended; where that is gone meanwhile, at its old place.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { limit, cursor }: Asked,
  keyOf: (item: Item) => string | number,
): ListPage<Item> {
  const start = startOf(
    items.map((item) => String(keyOf(item))),
    cursor,
  );
  const part = items.slice(start, start + limit);
  const last = part.at(-1);
  const more = last !== undefined && start + limit < items.length;
  return { items: part, nextCursor: more ? written(String(keyOf(last)), start + limit) : null };
}

function startOf(keys: readonly string[], cursor: string): number {
  if (cursor === "") return 0;
  const [place = "", ...key] = Buffer.from(cursor, "base64url").toString().split(" ");
  const found = keys.indexOf(key.join(" "));
  return found >= 0 ? found + 1 : /^\d{1,9}$/.test(place) ? Number(place) : 0;
}

function written(key: string, place: number): string {
  return Buffer.from(`${place} ${key}`).toString("base64url");
}
