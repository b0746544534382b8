import { findRegionFeed } from "@/lib/feeds/region-feed";
import { serveFeed } from "@/lib/feeds/serve-feed";

/** What happened to the region, for feed readers. */
export async function GET(request: Request) {
  return serveFeed(request, await findRegionFeed("/region.atom"));
}

export const dynamic = "force-dynamic";
