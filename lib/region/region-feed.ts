import { atomOf, type FeedShown } from "../feeds/atom";
import type { RegionShown } from "./queries";

/**
 * What happened to a region, as a feed: phases, roles, evidence, tenants, hosts, the last fifty, with the readiness of
 * now. Entries are known by the event, so that no reader shows one twice.
 */
export function regionFeedOf(region: RegionShown, path: string): FeedShown {
  const page = `/region/${region.key}`;
  return {
    ...{ page, path, title: region.name, subtitle: region.readiness.sentence },
    ...(region.history.length === 0 && { changedAt: new Date(region.createdAt) }),
    entries: region.history.map(({ id, at, who, sentence, why }) => ({
      id: `${page}#event-${id}`,
      page,
      title: `${who} ${sentence}`,
      ...{ who, at: new Date(at) },
      ...(why && { text: why }),
    })),
  };
}

export function regionFeed(region: RegionShown, portal: URL, path: string): string {
  return atomOf(regionFeedOf(region, path), portal);
}
