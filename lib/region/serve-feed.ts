import { entriesInFeed } from "../feeds/atom";
import { serveFeed } from "../feeds/serve-feed";
import { thePublic } from "../workflow/actor";
import { findRegion } from "./queries";
import { regionFeedOf } from "./region-feed";

/** The feed of a region, the first one unless named, as everybody may read it. */
export async function serveRegionFeed(request: Request, path: string, key?: string): Promise<Response> {
  const region = await findRegion(thePublic, key, entriesInFeed);
  return serveFeed(request, region && regionFeedOf(region, path));
}
