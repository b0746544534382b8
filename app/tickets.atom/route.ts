import { serveFeed } from "@/lib/feeds/serve-feed";
import { findTicketsFeed } from "@/lib/feeds/ticket-feed";

/** The tickets that changed last, for feed readers. */
export async function GET(request: Request) {
  return serveFeed(request, await findTicketsFeed());
}

export const dynamic = "force-dynamic";
