import { Feed } from "feed";
import { escapeHtml } from "../escape-html";
import type { RegionShown } from "./queries";

/**
 * What happened to a region, as an Atom feed (RFC 4287): phases, roles, evidence, tenants, hosts, the last fifty, with
 * the readiness of now. Entries are known by the event, so that no reader shows one twice.
 */
export function regionFeed(region: RegionShown, portal: URL, path: string): string {
  const page = new URL(`/region/${region.key}`, portal).href;
  const [latest] = region.history;
  const feed = new Feed({
    id: page,
    link: page,
    title: escapeHtml(region.name),
    description: escapeHtml(region.readiness.sentence),
    updated: new Date(latest?.at ?? region.createdAt),
    feedLinks: { atom: new URL(path, portal).href },
    copyright: "",
    generator: "Streamboard",
  });
  for (const { id, at, who, sentence, why } of region.history) {
    feed.addItem({
      id: `${page}#event-${id}`,
      link: page,
      title: escapeHtml(`${who} ${sentence}`),
      date: new Date(at),
      author: [{ name: who }],
      ...(why && { content: escapeHtml(why) }),
    });
  }
  return feed.atom1();
}
