import { notFound } from "next/navigation";
import { serveRegionFeed } from "@/lib/region/serve-feed";

/** What happened to this region, for feed readers. */
export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  return (await serveRegionFeed(`/region/${encodeURIComponent(key)}/region.atom`, key)) ?? notFound();
}
