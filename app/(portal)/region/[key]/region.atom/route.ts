import { serveRegionFeed } from "@/lib/region/serve-feed";

/** What happened to this region, for feed readers. */
export async function GET(request: Request, { params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  return serveRegionFeed(request, `/region/${encodeURIComponent(key)}/region.atom`, key);
}
