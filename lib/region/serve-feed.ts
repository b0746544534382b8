import { portalAddress } from "../portal-address";
import { thePublic } from "../workflow/actor";
import { findRegion } from "./queries";
import { regionFeed } from "./region-feed";

const entries = 50;

/** The feed of a region, the first one unless named, as everybody may read it; null where there is none. */
export async function serveRegionFeed(path: string, key?: string): Promise<Response | null> {
  const region = await findRegion(thePublic, key, entries);
  if (!region) return null;
  return new Response(regionFeed(region, portalAddress(), path), {
    headers: { "content-type": "application/atom+xml; charset=utf-8", "cache-control": "public, max-age=60" },
  });
}
