import { findDecisionsFeed } from "@/lib/feeds/decision-feed";
import { serveFeed } from "@/lib/feeds/serve-feed";

/** The board's latest decisions, for feed readers. */
export async function GET(request: Request) {
  return serveFeed(request, await findDecisionsFeed());
}

export const dynamic = "force-dynamic";
