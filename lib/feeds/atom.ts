import { Feed } from "feed";
import { escapeHtml } from "../escape-html";

export interface FeedEntry {
  /** What a reader knows it by, for ever: the page, or a place on it. */
  id: string;
  page: string;
  title: string;
  who: string;
  at: Date;
  publishedAt?: Date | null;
  text?: string;
}

export interface FeedShown {
  /** Where people read the same. */
  page: string;
  /** Where the feed is. */
  path: string;
  title: string;
  subtitle: string;
  /** When it last said something else; the newest entry unless told. */
  changedAt?: Date;
  /** The latest first. Addresses in it are paths of this portal. */
  entries: readonly FeedEntry[];
}

/** How many entries a feed holds: readers ask often, and keep what they have read. */
export const entriesInFeed = 50;

/** An Atom feed (RFC 4287) with absolute addresses. An entry keeps its id, so that no reader shows it twice as new. */
export function atomOf({ page, path, title, subtitle, changedAt, entries }: FeedShown, portal: URL): string {
  const absolute = (address: string) => new URL(address, portal).href;
  const feed = new Feed({
    id: absolute(page),
    link: absolute(page),
    title: printable(title),
    description: printable(subtitle),
    updated: changedAt ?? newestOf(entries),
    feedLinks: { atom: absolute(path) },
    author: { name: "Streamboard" },
    copyright: "",
    generator: "Streamboard",
  });
  for (const { id, page: link, title: said, who, at, publishedAt, text } of entries) {
    feed.addItem({
      id: absolute(id),
      link: absolute(link),
      title: asHtml(said),
      date: at,
      ...(publishedAt && { published: publishedAt }),
      author: [{ name: printable(who) }],
      ...(text && { content: asHtml(text) }),
    });
  }
  return feed.atom1();
}

/** When something in a feed last changed; one that never held anything is as old as time. */
export function newestOf(entries: readonly Pick<FeedEntry, "at">[]): Date {
  return new Date(Math.max(0, ...entries.map(({ at }) => at.getTime())));
}

function asHtml(text: string): string {
  return escapeHtml(printable(text));
}

/** XML 1.0 has no control characters but these three, not even escaped. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, "").replace(/[\uFFFE\uFFFF]/g, "");
}
