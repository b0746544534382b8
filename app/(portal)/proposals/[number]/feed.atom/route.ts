import { findProposalFeed } from "@/lib/feeds/proposal-feeds";
import { serveFeed } from "@/lib/feeds/serve-feed";
import { readNumber } from "@/lib/proposals/schema";

/** What happened to this proposal, for feed readers; it is asked for as /proposals/63.atom (next.config.js). */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }) {
  return serveFeed(request, await findProposalFeed(readNumber((await params).number)));
}
