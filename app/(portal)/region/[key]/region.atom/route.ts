import { findRegionFeed } from "@/lib/feeds/region-feed";
import { serveFeed } from "@/lib/feeds/serve-feed";

/** What happened to this region, for feed readers. */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const path = `/region/${encodeURIComponent(key)}/region.atom`;
  return serveFeed(request, await findRegionFeed(path, key));
}
