import { serveRegionFeed } from "@/lib/region/serve-feed";

/** What happened to the region, for feed readers. */
export async function GET(request: Request) {
  return serveRegionFeed(request, "/region.atom");
}

export const dynamic = "force-dynamic";
