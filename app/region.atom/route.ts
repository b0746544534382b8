import { notFound } from "next/navigation";
import { serveRegionFeed } from "@/lib/region/serve-feed";

/** What happened to the region, for feed readers. */
export async function GET() {
  return (await serveRegionFeed("/region.atom")) ?? notFound();
}

export const dynamic = "force-dynamic";
