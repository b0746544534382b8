import { findRegion, type RegionShown } from "../region/queries";
import { thePublic } from "../workflow/actor";
import { entriesInFeed, type FeedShown } from "./atom";

/** The feed of a region, the first one unless named, as everybody may read it; null where there is none. */
export async function findRegionFeed(path: string, key?: string): Promise<FeedShown | null> {
  const region = await findRegion(thePublic, key, entriesInFeed);
  return region && regionFeedOf(region, path);
}

interface RegionOfFeed extends Pick<RegionShown, "key" | "name" | "createdAt" | "history"> {
  readiness: Pick<RegionShown["readiness"], "sentence">;
}

/** What happened to a region: phases, roles, evidence, tenants, hosts, with the readiness of now. */
export function regionFeedOf(region: RegionOfFeed, path: string): FeedShown {
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
