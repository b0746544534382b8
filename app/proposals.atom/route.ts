import { findProposalsFeed } from "@/lib/feeds/proposal-feeds";
import { serveFeed } from "@/lib/feeds/serve-feed";

/** The proposals that changed last, for feed readers. */
export async function GET(request: Request) {
  return serveFeed(request, await findProposalsFeed());
}

export const dynamic = "force-dynamic";
